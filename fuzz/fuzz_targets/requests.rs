#![no_main]

demitasse_fuzz::target!();
