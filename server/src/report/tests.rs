//! Reports as they are read, and what must hold of each form.

use super::*;
