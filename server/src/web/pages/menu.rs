//! The menu as a form. A drink that is picked opens its options by style sheet alone.

use demitasse_shared::ids::{ChoiceId, DrinkId};
use demitasse_shared::menu::{Choice, Drink, Menu, OptionGroup};
use maud::{Markup, html};

use crate::web::cups::cup;
use crate::web::names::Names;
use crate::web::view::View;

/// A choice in the making: what the form begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::web) struct Draft {
    /// The drink, once one is picked.
    pub(in crate::web) drink: Option<DrinkId>,
    /// The options that go with it.
    pub(in crate::web) options: Vec<ChoiceId>,
    /// A word to the barista.
    pub(in crate::web) note: Option<String>,
}

impl Draft {
    /// What of the choice has run out, as the guest reads it.
    pub(super) fn gone<'a>(&self, menu: &'a Menu, names: Names<'a>) -> Option<&'a str> {
        let drink = menu.drink(self.drink.as_ref()?)?;
        if menu.is_sold_out(drink) {
            return Some(names.drink(drink));
        }
        let mut choices = menu.groups_of(drink).flat_map(|group| &group.choices);
        let gone = choices.find(|c| menu.is_gone(c) && self.options.contains(&c.id));
        gone.map(|choice| names.choice(choice))
    }

    /// What a question is answered with. Where the drink itself has gone, its answers are kept for
    /// the one that is taken instead.
    fn picks(&self, menu: &Menu, drink: &Drink, group: &OptionGroup, choice: &Choice) -> bool {
        let picked = self.drink.as_ref().and_then(|id| menu.drink(id));
        let is_own = picked.is_some_and(|picked| picked.id == drink.id);
        let is_gone = picked.is_some_and(|picked| menu.is_sold_out(picked));
        let answers = |c: &Choice| !menu.is_gone(c) && self.options.contains(&c.id);
        let wanted = if is_own || (is_gone && group.choices.iter().any(answers)) {
            self.options.contains(&choice.id)
        } else {
            group.default.as_ref() == Some(&choice.id)
        };
        wanted && !menu.is_gone(choice)
    }
}

/// The drinks, each with its options.
pub(super) fn drinks(view: &View, menu: &Menu, draft: &Draft) -> Markup {
    let names = Names::new(menu, view.tongue.language.tag);
    html! {
        fieldset.drinks {
            legend.unseen { (view.say("choose-drinks")) }
            @for section in menu.sections() {
                @if let Some(category) = section.category {
                    h2.category { (names.category(category)) }
                }
                @for drink in section.drinks { (row(view, names, drink, draft)) }
            }
        }
    }
}

fn row(view: &View, names: Names<'_>, drink: &Drink, draft: &Draft) -> Markup {
    let menu = names.menu();
    let field = format!("drink-{}", drink.id);
    let is_gone = menu.is_sold_out(drink);
    let picked = draft.drink.as_ref() == Some(&drink.id) && !is_gone;
    html! {
        div.drink.gone[is_gone] data-drink=(drink.id) {
            input.unseen id=(field) type="radio" name="drink" value=(drink.id) required
                checked[picked] disabled[is_gone];
            label for=(field) {
                (cup(&drink.icon))
                span {
                    span.name { (names.drink(drink)) }
                    @if is_gone { span.about { (view.say("choose-sold-out")) } }
                    @else if let Some(about) = names.about(drink) { span.about { (about) } }
                }
                span.dot {}
            }
            @if !is_gone && !drink.groups.is_empty() {
                div.options {
                    @for group in menu.groups_of(drink) {
                        (question(view, names, drink, group, |choice| {
                            draft.picks(menu, drink, group, choice)
                        }))
                    }
                }
            }
        }
    }
}

/// A question about a drink. Groups are shared, so each drink has fields of its own.
fn question(
    view: &View,
    names: Names<'_>,
    drink: &Drink,
    group: &OptionGroup,
    picked: impl Fn(&Choice) -> bool,
) -> Markup {
    let name = format!("{}.{}", drink.id, group.id);
    let is_optional = !group.required && !group.several;
    let kind = if group.several { "checkbox" } else { "radio" };
    html! {
        fieldset {
            legend { (names.group(group)) }
            div.chips {
                @if is_optional {
                    label.chip {
                        input.unseen id={ (name) ".none" } type="radio" name=(name) value=""
                            checked[!group.choices.iter().any(&picked)];
                        span { (view.say("choose-plain")) }
                    }
                }
                @for choice in &group.choices {
                    @let field = format!("{name}.{}", choice.id);
                    @let is_gone = names.menu().is_gone(choice);
                    label.chip {
                        input.unseen id=(field) type=(kind) name=(name) value=(choice.id)
                            checked[picked(choice)] disabled[is_gone];
                        span {
                            (names.choice(choice))
                            @if is_gone { " · " (view.say("choose-sold-out")) }
                        }
                    }
                }
            }
        }
    }
}
