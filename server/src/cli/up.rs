//! `demitasse up`.
use crate::RunError;
/// x
#[derive(Clone, Debug, clap::Args)]
pub(super) struct UpArgs {}
pub(super) async fn run(_args: UpArgs) -> Result<(), RunError> { Ok(()) }
