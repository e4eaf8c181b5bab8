//! Backups, for programs of the server's own user.

use std::time::Duration;

use reqwest::Method;

use super::{Client, ClientError, accepted, decode};
use crate::api::route;
use crate::backup::{BackupMade, Backups, NewBackup};

/// How long a backup may take: a slow stick takes its time, and the server checks what it wrote.
const BACKUP_WITHIN: Duration = Duration::from_mins(10);

impl Client {
    /// Makes a backup now.
    pub async fn back_up(&self, new: &NewBackup) -> Result<BackupMade, ClientError> {
        let request = self.request(Method::POST, route::BACKUPS).json(new).timeout(BACKUP_WITHIN);
        let response = request.send().await.map_err(ClientError::Line)?;
        decode(accepted(response).await?).await
    }

    /// How safe the data are.
    pub async fn backups(&self) -> Result<Backups, ClientError> {
        self.get(route::BACKUPS).await
    }
}
