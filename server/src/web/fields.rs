//! What a form sends.

use std::convert::Infallible;

use axum::extract::{Form, FromRequest, Request};
use demitasse_shared::api::Submit;
use demitasse_shared::ids::{ChoiceId, DrinkId};

use super::pages::Draft;

/// A form's fields, in the order in which they stand. A body that cannot be read counts as one
/// where nothing was filled in: what is missing is then told in the page's own words.
#[derive(Clone, Debug, Default)]
pub(super) struct Fields(Vec<(String, String)>);

impl<S: Send + Sync> FromRequest<S> for Fields {
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Infallible> {
        let fields = Form::<Vec<(String, String)>>::from_request(request, state).await;
        Ok(Self(fields.map(|Form(fields)| fields).unwrap_or_default()))
    }
}

impl Fields {
    /// A field's text; nothing was typed where it is not there.
    pub(super) fn text(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, text)| text.trim())
    }

    /// The choice that the menu's form makes. Each drink has fields of its own; those of the drinks
    /// that were not picked say nothing.
    pub(super) fn draft(&self) -> Draft {
        let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let drink = self.text("drink");
        let ours =
            |field: &str| field.strip_prefix(drink).is_some_and(|rest| rest.starts_with('.'));
        let options = self.0.iter().filter(|(field, text)| ours(field) && !text.is_empty());
        Draft {
            drink: filled(drink).map(DrinkId),
            options: options.map(|(_, choice)| ChoiceId(choice.clone())).collect(),
            note: filled(self.text("note")),
        }
    }
}

impl From<&Draft> for Submit {
    /// Without a drink it asks for none that is on any menu, and is refused as such.
    fn from(draft: &Draft) -> Self {
        let Draft { drink, options, note } = draft.clone();
        Self { drink: drink.unwrap_or_else(|| DrinkId(String::new())), options, note }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        Fields(pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn only_the_picked_drinks_options_count() {
        let draft = fields(&[
            ("drink", "latte"),
            ("latte.milk", "oat"),
            ("latte.coffee", "decaf"),
            ("latte.coffee", "extra-shot"),
            ("latte.temperature", ""),
            ("latte-macchiato.milk", "soy"),
            ("cortado.milk", "whole"),
            ("note", "  in my own cup "),
        ])
        .draft();
        assert_eq!(draft.drink, Some("latte".into()));
        assert_eq!(draft.options, ["oat", "decaf", "extra-shot"].map(ChoiceId::from));
        assert_eq!(draft.note.as_deref(), Some("in my own cup"));
    }

    #[test]
    fn an_empty_form_picks_nothing() {
        let draft = fields(&[(".milk", "oat"), ("note", " ")]).draft();
        assert_eq!((draft.drink.clone(), draft.note.clone()), (None, None));
        assert_eq!(Submit::from(&draft).drink.as_str(), "");
    }
}
