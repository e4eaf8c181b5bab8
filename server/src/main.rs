//! The `demitasse` program: see [`demitasse::cli`].

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    demitasse::cli::main().await
}
