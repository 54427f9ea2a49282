//! Which screen an address names: the part behind `#`, so that any static host, any folder and a file will do.

use crate::core::domain::Id;

/// A step of the facilitator's way through the app.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// Questions, tables, rounds.
    Prepare,
    /// Links and QR codes.
    Invite,
    /// The rounds.
    Run,
    /// Bundles come in.
    Collect,
    /// Reading through.
    Harvest,
    /// The report.
    Report,
}

impl Step {
    /// All steps, in their order.
    pub const ALL: [Self; 6] = [Self::Prepare, Self::Invite, Self::Run, Self::Collect, Self::Harvest, Self::Report];

    const fn name(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Invite => "invite",
            Self::Run => "run",
            Self::Collect => "collect",
            Self::Harvest => "harvest",
            Self::Report => "report",
        }
    }
}

/// A screen of a café beside the six steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Screen {
    /// The question in large letters, for the projector: of a table, or all.
    Projector,
    /// Who sits where.
    Seats,
    /// Giving dots.
    Dots,
    /// What happens afterwards, and who does it.
    NextSteps,
    /// Notes that may say the same.
    Similar,
    /// The slides, for the room.
    Present,
    /// The slides, for the speaker.
    Speaker,
}

impl Screen {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Projector, Self::Seats, Self::Dots, Self::NextSteps, Self::Similar, Self::Present, Self::Speaker];

    const fn name(self) -> &'static str {
        match self {
            Self::Projector => "projector",
            Self::Seats => "seats",
            Self::Dots => "dots",
            Self::NextSteps => "next-steps",
            Self::Similar => "similar",
            Self::Present => "present",
            Self::Speaker => "speaker",
        }
    }
}

/// A screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// The first screen.
    Home,
    /// Creating a café.
    Create,
    /// Pasting a link.
    Join,
    /// What this device can do without a network.
    Ready,
    /// Files that another app shared with this one.
    Received,
    /// A link that was opened: the table's number, if it names one, and the letters of the invitation.
    Invitation {
        /// From 1.
        table: Option<usize>,
        /// See `core::invite`.
        letters: String,
    },
    /// A link that is short enough to be typed: the set-up lies in a file beside the app. The table's number, if it
    /// names one.
    Beside(Option<usize>),
    /// The six steps of a café.
    Cafe(Id),
    /// One of its steps.
    Step(Id, Step),
    /// Choosing a table.
    Tables(Id),
    /// Writing at a table.
    Table(Id, Id),
    /// What the host of a table needs: welcoming, passing on, keeping.
    Host(Id, Id),
    /// Handing over: a table's part, or the whole café.
    HandOver(Id, Option<Id>),
    /// One of its other screens.
    Screen(Id, Screen),
    /// No screen has this address.
    Unknown,
}

impl Route {
    /// Reads the part of an address from `#` on. Total: every text is a route.
    pub fn parse(hash: &str) -> Self {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let path = path.strip_prefix('/').unwrap_or(path);
        if let Some(invitation) = path.strip_prefix("join/") {
            // The letters of an invitation may hold a slash, so only the first one divides.
            let (table, letters) = invitation.split_once('/').unwrap_or(("-", invitation));
            return Self::Invitation { table: table.parse().ok().filter(|&it| it > 0), letters: letters.to_owned() };
        }
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        match parts[..] {
            [] => Self::Home,
            ["new"] => Self::Create,
            ["join"] => Self::Join,
            ["ready"] => Self::Ready,
            ["received"] => Self::Received,
            [number] if number.bytes().all(|it| it.is_ascii_digit()) => {
                Self::Beside(number.parse().ok().filter(|&it| it > 0))
            }
            ["cafe", cafe, ref rest @ ..] => Id::parse(cafe).map_or(Self::Unknown, |cafe| Self::of_cafe(cafe, rest)),
            _ => Self::Unknown,
        }
    }

    /// The invitation in a text. What stands before the link, or behind it in a message, does not matter.
    pub fn invitation_in(text: &str) -> Option<Self> {
        let letters = text.split_whitespace().find_map(|word| word.split_once("#/join/")).map(|(_, rest)| rest)?;
        Some(Self::parse(&format!("#/join/{letters}")))
    }

    fn of_cafe(cafe: Id, rest: &[&str]) -> Self {
        match *rest {
            [] => Self::Cafe(cafe),
            ["tables"] => Self::Tables(cafe),
            ["table", table] => Id::parse(table).map_or(Self::Unknown, |table| Self::Table(cafe, table)),
            ["host", table] => Id::parse(table).map_or(Self::Unknown, |table| Self::Host(cafe, table)),
            ["hand-over"] => Self::HandOver(cafe, None),
            ["hand-over", table] => Id::parse(table).map_or(Self::Unknown, |table| Self::HandOver(cafe, Some(table))),
            [name] => {
                let step = Step::ALL.into_iter().find(|it| it.name() == name).map(|it| Self::Step(cafe, it));
                let screen = || Screen::ALL.into_iter().find(|it| it.name() == name).map(|it| Self::Screen(cafe, it));
                step.or_else(screen).unwrap_or(Self::Unknown)
            }
            _ => Self::Unknown,
        }
    }

    /// The address, from `#` on.
    pub fn href(&self) -> String {
        match self {
            Self::Home | Self::Unknown => "#/".into(),
            Self::Create => "#/new".into(),
            Self::Join => "#/join".into(),
            Self::Ready => "#/ready".into(),
            Self::Received => "#/received".into(),
            Self::Invitation { table: Some(table), letters } => format!("#/join/{table}/{letters}"),
            Self::Invitation { table: None, letters } => format!("#/join/-/{letters}"),
            Self::Beside(table) => format!("#{}", table.unwrap_or_default()),
            Self::Cafe(cafe) => format!("#/cafe/{cafe}"),
            Self::Step(cafe, step) => format!("#/cafe/{cafe}/{}", step.name()),
            Self::Tables(cafe) => format!("#/cafe/{cafe}/tables"),
            Self::Table(cafe, table) => format!("#/cafe/{cafe}/table/{table}"),
            Self::Host(cafe, table) => format!("#/cafe/{cafe}/host/{table}"),
            Self::HandOver(cafe, None) => format!("#/cafe/{cafe}/hand-over"),
            Self::HandOver(cafe, Some(table)) => format!("#/cafe/{cafe}/hand-over/{table}"),
            Self::Screen(cafe, screen) => format!("#/cafe/{cafe}/{}", screen.name()),
        }
    }

    /// The café that the screen is about.
    pub const fn cafe(&self) -> Option<Id> {
        match self {
            Self::Cafe(cafe)
            | Self::Step(cafe, _)
            | Self::Tables(cafe)
            | Self::Table(cafe, _)
            | Self::Host(cafe, _)
            | Self::HandOver(cafe, _)
            | Self::Screen(cafe, _) => Some(*cafe),
            Self::Home
            | Self::Create
            | Self::Join
            | Self::Ready
            | Self::Received
            | Self::Invitation { .. }
            | Self::Beside(_)
            | Self::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_has_an_address_that_leads_to_it() {
        let (cafe, table) = (Id::from_bits(7), Id::from_bits(9));
        let mut routes = vec![
            Route::Home,
            Route::Create,
            Route::Join,
            Route::Ready,
            Route::Received,
            Route::Invitation { table: Some(3), letters: "AB/+:E".into() },
            Route::Invitation { table: None, letters: "AB/+:E".into() },
            Route::Beside(Some(3)),
            Route::Beside(None),
            Route::Cafe(cafe),
            Route::Tables(cafe),
            Route::Table(cafe, table),
            Route::Host(cafe, table),
            Route::HandOver(cafe, None),
            Route::HandOver(cafe, Some(table)),
        ];
        routes.extend(Screen::ALL.map(|screen| Route::Screen(cafe, screen)));
        routes.extend(Step::ALL.map(|step| Route::Step(cafe, step)));
        for route in routes {
            assert_eq!(Route::parse(&route.href()), route);
        }
    }

    #[test]
    fn the_shortcuts_of_the_installed_app_lead_to_screens() {
        for manifest in [include_str!("../assets/nappe.webmanifest"), include_str!("../assets/nappe.fr.webmanifest")] {
            let address = |rest: &str| rest.split('"').next().map(|it| Route::parse(it.trim_start_matches("./")));
            let shortcuts: Vec<Route> = manifest.split("\"url\": \"").skip(1).filter_map(address).collect();
            assert_eq!(shortcuts, [Route::Create, Route::Join]);
        }
    }

    #[test]
    fn any_text_is_a_route() {
        for text in ["", "#", "#/", "#//", "/cafe/x", "#/cafe/01/../../", "#/join/", "#/join/0/", "é", "#/table/💧"]
        {
            let _ = Route::parse(text);
        }
        assert_eq!(Route::parse("#/nowhere"), Route::Unknown);
        assert_eq!(Route::parse("#/12"), Route::Beside(Some(12)));
        assert_eq!(Route::parse("#99999999999999999999"), Route::Beside(None));
        assert_eq!(Route::parse("#/join/ABC"), Route::Invitation { table: None, letters: "ABC".into() });
    }
}
