//! The monitor's windows on a machine with two outputs whose cables are pulled, on a real X server.

mod awake;
mod hotplug;
mod keys;
mod nowhere;
mod outputs;
