//! The `view!` macro: Leptos's syntax, as calls to `nappe::dom` that make the elements of the page.
//!
//! Leptos's own macro makes a type of each view, and the compiler then writes building, rebuilding and taking apart
//! anew for each of these types: three quarters of what a first visit downloaded. Here a view is a few calls of
//! functions that exist once.
//!
//! Understood, as in Leptos: elements, components (`<Name prop=value flag/>`, `<path::Name/>`), `{expression}`, texts,
//! several views side by side, and on elements `name=value`, `class:name=condition`, `prop:name=value`,
//! `on:event=handler`, `node_ref=node`, and `var:name=text` for a variable of the style sheet. Anything else does not
//! compile: `let:`, `style:`, `use:`, spreading.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use rstml::node::{Node, NodeAttribute, NodeElement, NodeName};
use syn::{Error, Expr, Result, Stmt};

/// Makes a view; see the crate's docs.
#[proc_macro]
pub fn view(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let written = rstml::parse2(tokens.into()).and_then(|nodes| side_by_side(&nodes));
    written.unwrap_or_else(|error| error.into_compile_error()).into()
}

/// Views one after the other, as one.
fn side_by_side(nodes: &[Node]) -> Result<TokenStream> {
    let views = nodes.iter().filter_map(|node| view_of(node).transpose()).collect::<Result<Vec<_>>>()?;
    Ok(match views.as_slice() {
        [] => quote!(crate::dom::View::Nothing),
        [view] => view.clone(),
        views => quote!(crate::dom::side_by_side(::std::vec![#(#views),*])),
    })
}

fn view_of(node: &Node) -> Result<Option<TokenStream>> {
    Ok(Some(match node {
        Node::Element(element) if is_component(element.name()) => component(element)?,
        Node::Element(element) => self::element(element)?,
        Node::Block(block) => {
            let value = match block.try_block().map(|block| block.stmts.as_slice()) {
                Some([Stmt::Expr(value, None)]) => value.to_token_stream(),
                _ => block.to_token_stream(),
            };
            quote!(crate::dom::IntoView::into_view(#value))
        }
        Node::Text(text) => {
            let text = &text.value;
            quote!(crate::dom::IntoView::into_view(#text))
        }
        Node::Fragment(fragment) => side_by_side(fragment.children())?,
        Node::Comment(_) => return Ok(None),
        other => return Err(Error::new_spanned(other, "a text stands in quotes, anything else in braces")),
    }))
}

fn is_component(name: &NodeName) -> bool {
    let NodeName::Path(path) = name else { return false };
    path.path.segments.last().is_some_and(|last| last.ident.to_string().starts_with(char::is_uppercase))
}

/// Elements that stand in the name space of SVG.
const SVG: [&str; 2] = ["svg", "path"];

fn element(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let name = element.name().to_string();
    let make = if SVG.contains(&name.as_str()) { quote!(svg_element) } else { quote!(element) };
    let attributes = element.attributes().iter().map(attribute).collect::<Result<Vec<_>>>()?;
    let children =
        element.children().iter().filter_map(|node| view_of(node).transpose()).collect::<Result<Vec<_>>>()?;
    Ok(quote! {{
        let __element = crate::dom::#make(#name);
        #(#attributes)*
        #(crate::dom::append(&__element, #children);)*
        crate::dom::View::from(__element)
    }})
}

fn attribute(attribute: &NodeAttribute) -> Result<TokenStream> {
    let NodeAttribute::Attribute(attribute) = attribute else {
        return Err(Error::new_spanned(attribute, "an attribute has a name"));
    };
    let name = attribute.key.to_string();
    let value = attribute.value();
    let needed = || value.ok_or_else(|| Error::new_spanned(&attribute.key, "this needs a value"));
    let (kind, rest) = name.split_once(':').unwrap_or(("", &name));
    Ok(match (kind, rest, value) {
        ("on", event, _) => {
            let (event, handler) = (format_ident!("{event}", span = span_of(&attribute.key)), needed()?);
            quote!(crate::dom::on::#event(&__element, #handler);)
        }
        ("class", class, _) => {
            let condition = needed()?;
            quote!(crate::dom::class(&__element, #class, crate::dom::IntoFlag::into_flag(#condition));)
        }
        ("prop", property, _) => {
            let value = needed()?;
            quote!(crate::dom::IntoProperty::set_property(#value, &__element, #property);)
        }
        ("var", variable, _) => {
            let (variable, value) = (format!("--{variable}"), needed()?);
            quote!(crate::dom::variable(&__element, #variable, &#value);)
        }
        ("", "node_ref", _) => {
            let node = needed()?;
            quote!(#node.refer_to(&__element);)
        }
        ("", name, None) => quote!(crate::dom::set(&__element, #name, "");),
        ("", name, Some(Expr::Lit(literal))) => quote!(crate::dom::set(&__element, #name, #literal);),
        ("", name, Some(value)) => {
            quote!(crate::dom::attribute(&__element, #name, crate::dom::IntoAttribute::into_attribute(#value));)
        }
        _ => return Err(Error::new_spanned(&attribute.key, "this view! does not know this kind of attribute")),
    })
}

fn component(element: &NodeElement<rstml::Infallible>) -> Result<TokenStream> {
    let name = element.name();
    let mut props = Vec::new();
    for attribute in element.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new_spanned(attribute, "a prop has a name"));
        };
        let key = &attribute.key;
        props.push(match attribute.value() {
            Some(value) => quote!(.#key(#[allow(unused_braces)] { #value })),
            None => quote!(.#key(#key)),
        });
    }
    let children = element.children();
    if !children.is_empty() {
        let children = side_by_side(children)?;
        props.push(quote!(.children(::std::boxed::Box::new(move || #children))));
    }
    Ok(quote! {
        crate::dom::IntoView::into_view(::leptos::component::component_view(
            &#name,
            ::leptos::component::component_props_builder(&#name)#(#props)*.build()
        ))
    })
}

fn span_of(tokens: &impl ToTokens) -> Span {
    tokens.to_token_stream().into_iter().next().map_or_else(Span::call_site, |first| first.span())
}
