//! Typed identifiers: an order's id can never be handed over where a drink's is wanted.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Defines a number that travels as a bare JSON number.
macro_rules! numeric_id {
    ($(#[$doc:meta])* $name:ident($inner:ty)) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub $inner);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

/// Defines a short lower-case word that the menu chose, such as `flat-white`.
macro_rules! word_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The word itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(word: &str) -> Self {
                Self(word.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

numeric_id! {
    /// An order, from the moment its place is reserved; never used twice.
    OrderId(i64)
}
numeric_id! {
    /// A place in the journal. Every change has one; they run without a gap.
    #[derive(Default)]
    Seq(i64)
}
numeric_id! {
    /// A paired device.
    DeviceId(i64)
}
word_id! {
    /// A drink on the menu.
    DrinkId
}
word_id! {
    /// A group of choices on the menu, such as `milk`.
    GroupId
}
word_id! {
    /// One choice of a group, such as `oat`; unique in the whole menu.
    ChoiceId
}
word_id! {
    /// A heading of the menu, such as `coffee`.
    CategoryId
}
word_id! {
    /// Something that drinks and choices are made with, such as `oat-milk`.
    IngredientId
}
