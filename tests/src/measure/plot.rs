//! All goals as one drawing, in the house's look: to the right of the line is better than the goal,
//! to the left is worse, each step twice as far. So goals of both directions can be read alike.

mod scale;

use maud::{Markup, PreEscaped, html};

use super::goal::{Goal, Other};
use super::part::Part;
use super::table::Row;
use scale::{GOAL_X, LEFT, RIGHT, TICKS, bar, place};

/// The look's values.
const TOKENS: &str = include_str!("../../../assets/web/tokens.css");

/// The drawing's own rules.
const RULES: &str = include_str!("plot.css");

const WIDTH: u32 = 1_160;
/// Where texts begin, and where figures do.
const NAMES_X: u32 = 32;
const FIGURES_X: u32 = 944;
const GOALS_X: u32 = 1_056;
/// Heights: what stands above the first part, a part's name, a goal, somebody else's figure.
const HEAD: u32 = 136;
const TITLE: u32 = 44;
const LINE: u32 = 26;
const OTHER: u32 = 20;
const FOOT: u32 = 28;

/// The drawing, as a file that needs nothing else.
pub fn plot(parts: &[Part]) -> String {
    let mut y = HEAD;
    let mut groups = Vec::new();
    for part in parts.iter().filter(|part| part.goals().next().is_some()) {
        groups.push(group(part, y));
        y += height(part);
    }
    let height = y + FOOT;
    let drawing = html! {
        svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="What Demitasse reaches"
            width=(WIDTH) height=(height) viewBox={ "0 0 " (WIDTH) " " (height) } {
            title { "What Demitasse reaches, beside its goals" }
            style { (PreEscaped(TOKENS)) (PreEscaped(RULES)) }
            rect class="ground" width=(WIDTH) height=(height) {}
            (head(y))
            @for group in groups { (group) }
        }
    };
    drawing.into_string()
}

fn height(part: &Part) -> u32 {
    TITLE + part.goals().map(|(goal, _)| LINE + OTHER * others(goal)).sum::<u32>()
}

fn others(goal: &Goal) -> u32 {
    u32::try_from(goal.others.len()).unwrap_or_default()
}

/// The title, and the scale down to the last goal.
fn head(bottom: u32) -> Markup {
    let top = HEAD - 12;
    html! {
        text class="title" x=(NAMES_X) y="46" { "What Demitasse reaches" }
        (legend())
        text class="quiet before" x=(GOAL_X - 12) y="75" { "← worse than the goal" }
        text class="quiet" x=(GOAL_X + 12) y="75" { "better →" }
        @for (margin, says) in TICKS {
            @let x = place(margin);
            path class=(if x == GOAL_X { "goal" } else { "grid" }) d={ "M" (x) " " (top) "V" (bottom) } {}
            text class="tick" x=(x) y=(top - 8) { (says) }
        }
    }
}

/// What the shapes are.
fn legend() -> Markup {
    let words = [("met", "goal met"), ("missed", "goal missed"), ("else", "what others reach")];
    html! {
        @for ((class, says), x) in words.into_iter().zip((NAMES_X..).step_by(116)) {
            rect class=(class) x=(x) y="64" width="12" height="12" rx="2" {}
            text class="quiet" x=(x + 18) y="75" { (says) }
        }
    }
}

fn group(part: &Part, top: u32) -> Markup {
    let mut y = top + TITLE;
    let mut lines = Vec::new();
    for (goal, row) in part.goals() {
        lines.push(line(goal, row, y));
        y += LINE;
        for other in goal.others {
            lines.push(beside(goal, other, y));
            y += OTHER;
        }
    }
    html! {
        text class="part" x=(NAMES_X) y=(top + TITLE - 12) { (part.name) }
        @if let Some(warning) = warning(part) {
            text class="late" x=(FIGURES_X) y=(top + TITLE - 12) { (warning) }
        }
        @for line in lines { (line) }
    }
}

/// Why nobody should trust a part's figures.
fn warning(part: &Part) -> Option<&'static str> {
    match (&part.failed, part.was_disturbed()) {
        (Some(_), _) => Some("this part failed"),
        (None, true) => Some("the machine was busy"),
        (None, false) => None,
    }
}

/// A goal, and how far the figure is from it.
fn line(goal: &Goal, row: Option<&Row>, y: u32) -> Markup {
    let value = row.and_then(|row| row.value);
    let (class, figure) = match value.map(|value| (value, goal.is_met_by(value))) {
        Some((value, true)) => ("met", format!("✓ {}", goal.shown(value))),
        Some((value, false)) => ("missed", format!("✗ {}", goal.shown(value))),
        None => ("open", "not measured".to_owned()),
    };
    html! {
        text class="what" x=(NAMES_X) y=(y + 17) { (goal.what) }
        @if let Some(value) = value { (shape(goal, value, class, y + 5, 14)) }
        text class={ "figure " (class) } x=(FIGURES_X) y=(y + 17) {
            (figure)
        }
        text class="quiet" x=(GOALS_X) y=(y + 17) { (goal) }
    }
}

/// Somebody else at the same work.
fn beside(goal: &Goal, other: &Other, y: u32) -> Markup {
    html! {
        text class="other" x=(LEFT - 16) y=(y + 13) { (other.name) }
        (shape(goal, other.value, "else", y + 5, 8))
        text class="quiet" x=(FIGURES_X + 18) y=(y + 13) { (goal.shown(other.value)) }
    }
}

/// From the goal to the figure. Where only one figure is right, a mark on the line or none.
fn shape(goal: &Goal, value: f64, class: &str, y: u32, height: u32) -> Markup {
    match goal.margin(value) {
        Some(margin) => {
            let (x, width) = bar(margin);
            html! { rect class=(class) x=(x) y=(y) width=(width) height=(height) rx="2" {} }
        }
        None if goal.is_met_by(value) => {
            html! { circle class=(class) cx=(GOAL_X) cy=(y + height / 2) r="6" {} }
        }
        None => {
            html! { rect class=(class) x=(LEFT) y=(y) width=(RIGHT - LEFT) height=(height) rx="2" {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measure::goals::{PHONE_MEMORY, PLACES_NEEDLESS};

    fn phones(memory: f64, needless: f64) -> Part {
        let mut part = Part { name: "phones".to_owned(), ..Part::default() };
        part.table.goal(&PHONE_MEMORY, memory, "", "");
        part.table.goal(&PLACES_NEEDLESS, needless, "", "");
        part
    }

    #[test]
    fn shows_each_goal_and_everybody_else() {
        let drawing = plot(&[phones(7.3, 0.0)]);
        for (goal, _) in phones(7.3, 0.0).goals() {
            assert!(drawing.contains(&format!(">{}<", goal.what)), "{}", goal.what);
            for other in goal.others {
                assert!(drawing.contains(&format!(">{}<", other.name)), "{}", other.name);
            }
        }
        assert!(drawing.contains("✓ 7.3 kB") && drawing.contains("not measured"));
        assert_eq!(drawing.matches("<circle").count(), 1, "one figure that must be exact, is");
    }

    #[test]
    fn shows_what_is_missed() {
        let drawing = plot(&[phones(16.0, 3.0)]);
        assert!(drawing.contains("✗ 16.0 kB"));
        assert_eq!(drawing.matches("<circle").count(), 0);
        let (x, width) = bar(0.5);
        let missed = format!(r#"<rect class="missed" x="{x}" y="#);
        assert!(drawing.contains(&missed) && drawing.contains(&format!(r#"width="{width}""#)));
    }

    #[test]
    fn warns_of_what_cannot_be_trusted() {
        let failed = Part { failed: Some("it hung".to_owned()), ..phones(1.0, 1.0) };
        let busy = Part { others_cores: 1.0, ..phones(1.0, 1.0) };
        assert!(plot(&[failed]).contains(">this part failed<"));
        assert!(plot(&[busy]).contains(">the machine was busy<"));
        assert!(!plot(&[phones(1.0, 1.0)]).contains(r#"class="late""#));
    }

    #[test]
    fn is_as_high_as_what_it_shows() {
        let bottom = HEAD + height(&phones(1.0, 1.0)) + FOOT;
        assert!(plot(&[phones(1.0, 1.0)]).contains(&format!(r#"height="{bottom}""#)));
        // A part without goals takes no room.
        let plain = Part { name: "programs".to_owned(), ..Part::default() };
        assert!(plot(&[plain]).contains(&format!(r#"height="{}""#, HEAD + FOOT)));
    }
}
