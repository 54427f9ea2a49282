//! The example in English: the same café as in French, told by a town on the other side of the twinning.

use super::Kind::{Example, OffTopic, Plain, Rewritten};
use super::Texts;

pub(super) const TEXTS: Texts = Texts {
    seed: 0x0a61_7be2_09f4_3d00,
    title: "What’s for lunch?",
    place: "Town hall, Aldermere",
    questions: [
        "How do we get children to try everything once?",
        "How can we cook more of what grows around here?",
        "What can we learn from the school canteens of our twin towns?",
        "And in the holidays, when the canteen is closed?",
    ],
    tables: ["The tray", "The garden", "The passport"],
    names: ["", "Nan Olive", "", "Dad of twins", "", "Samir", "", "One of the cooks", "", "", "", "Jo"],
    notes: &[
        // The tray
        (0, 0, 0, Plain, "Let them help themselves, even if it’s only a teaspoon to start with."),
        (0, 0, 1, Plain, "If you peeled it in the morning, you’ll taste it at lunch."),
        (0, 0, 2, Example, "the parsnip mash Year 5 made before Christmas: nearly every tray came back empty"),
        (0, 0, 2, Plain, "Less noise! Nobody enjoys a meal when they can’t hear their neighbour."),
        (0, 0, 0, Plain, "Put the menu up in pictures, where the little ones can see it."),
        (0, 0, 9, Plain, "Never force, always offer."),
        (0, 1, 6, Plain, "A spice week: each class picks one."),
        (0, 1, 7, Plain, "We never see the children eat. Have us out of the kitchen and at a table once a week!"),
        (
            0,
            1,
            8,
            Rewritten {
                author: "Twenty minutes for lunch is too short: the infants need thirty-five.",
                facilitator: "Twenty minutes for lunch is too short, above all for the second sitting.",
            },
            "Twenty minutes for lunch is too short.",
        ),
        (0, 1, 6, Plain, "Let the children vote every month, with paper slips and a proper ballot box."),
        (0, 2, 3, Plain, "Mine won’t touch beetroot at home and ask for seconds at school. Can we have the recipe?"),
        (0, 2, 4, Plain, "Tables of six, big ones and small ones together."),
        (0, 2, 5, Plain, "Tell the story of the dish before you serve it."),
        (0, 2, 4, Plain, "Smelly cheese: cut it tiny and make it a dare."),
        // The garden
        (1, 0, 3, Plain, "Ask the growers what they’re going to sow, then write the menus."),
        (1, 0, 4, Plain, "A vegetable patch behind the school, watered by the neighbours in summer."),
        (1, 0, 5, Plain, "The apples in the town orchard just rot on the ground. Who could pick them up?"),
        (1, 0, 10, Plain, "Order with four other schools, so that a delivery is worth the drive."),
        (1, 0, 3, Plain, "Lentils instead of beef, once a week."),
        (1, 1, 1, Plain, "The old college kitchen is standing empty; we could wash and chop vegetables there."),
        (1, 1, 0, Plain, "Pay the farmers within thirty days, not ninety."),
        (1, 1, 2, Plain, "Save the summer for the winter: jars, a dryer, a shared freezer."),
        (1, 1, 1, Example, "forty kilos of tomatoes given in August, bottled by the Thursday club"),
        (1, 2, 7, Plain, "Cooking from fresh means a decent peeling machine and two more pairs of hands."),
        (1, 2, 8, Plain, "Take the wonky carrots. Nobody can tell once they’re soup."),
        (1, 2, 6, OffTopic, "Has anyone found a blue scarf by the coat rack?"),
        (1, 2, 10, Plain, "One farm visit a year, parents and councillors too."),
        // The passport
        (2, 0, 6, Plain, "In Birkenfurt they bake their bread on site. Let’s ask them how they manage!"),
        (2, 0, 8, Plain, "Swap a recipe each season, with photos of the plates before and after."),
        (2, 0, 7, Plain, "Have a cook from Djéboua here for a fortnight, then go and work in her kitchen."),
        (2, 0, 11, Plain, "The same meal on the same day in all four towns."),
        (2, 1, 5, Plain, "In Djéboua the families take turns to cook. What would our insurers say?"),
        (2, 1, 4, Plain, "In Sorbiers the pupils clear, sort and weigh their own leftovers."),
        (2, 1, 3, Plain, "Travel is expensive; a video call from kitchen to kitchen costs next to nothing."),
        (2, 1, 5, Plain, "Learn to say “enjoy your meal” in every language spoken at school."),
        (2, 1, 11, Plain, "Translate the menus for families who have only just arrived."),
        (2, 2, 1, Plain, "My grandson found out about okra from his pen friend… and now he asks for it."),
        (2, 2, 0, Plain, "Invite our twins to the summer lunch rather than to the speeches."),
        (2, 2, 2, Plain, "Weigh the bins in the same week everywhere, and compare without falling out."),
        (2, 2, 11, Plain, "Who writes the first letter? The school council is up for it."),
    ],
};
