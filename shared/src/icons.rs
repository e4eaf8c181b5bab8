//! The drawn cups, from the one SVG source that all faces share.

/// Embeds `assets/icons/NAME.svg` for each name.
macro_rules! cups {
    ($($name:literal)+) => {
        /// Every cup: its name on the menu, and its drawing.
        pub const CUPS: &[(&str, &str)] = &[
            $(($name, include_str!(concat!("../../assets/icons/", $name, ".svg"))),)+
        ];
    };
}

cups! {
    "espresso" "cortado" "flat-white" "cappuccino" "latte" "americano" "filter" "tea" "chocolate"
    "cold"
}

/// The names that a menu can give.
pub fn names() -> impl Iterator<Item = &'static str> + Clone {
    CUPS.iter().map(|(name, _)| *name)
}
