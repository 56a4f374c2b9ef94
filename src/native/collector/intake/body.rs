//! Reads a body: no more than allowed, and not longer than somebody on a bad line needs.

use super::refused::Refused;
use axum::{
    body::Body,
    http::{HeaderMap, header},
};
use http_body_util::BodyExt;
use std::time::Duration;
use tokio::time::timeout;

/// 64 KiB in this time is 17 kbit/s.
const TIME: Duration = Duration::from_secs(30);
/// What is thrown away of a refused body, so that its sender gets to reading the answer.
const DISCARD: usize = 4 * 1024 * 1024;
const DISCARD_TIME: Duration = Duration::from_secs(10);

/// The whole body, of at most `limit` bytes.
pub async fn read(mut body: Body, limit: usize) -> Result<Vec<u8>, Refused> {
    let mut bytes = Vec::new();
    let whole = async {
        while let Some(frame) = body.frame().await {
            // Breaking off in the middle is a way of being too slow.
            let Ok(data) = frame.map_err(|_| Refused::Slow)?.into_data() else { continue };
            if bytes.len() + data.len() > limit {
                return Err(Refused::TooLarge);
            }
            bytes.extend_from_slice(&data);
        }
        Ok(())
    };
    match timeout(TIME, whole).await {
        Ok(Ok(())) => Ok(bytes),
        Ok(Err(refused)) => {
            throw_away(body);
            Err(refused)
        }
        Err(_) => Err(Refused::Slow),
    }
}

/// Takes a body that was refused already off the line, while the answer goes out.
pub fn discard(headers: &HeaderMap, body: Body) {
    // Who asks before sending (100-continue) is told by the answer not to send at all.
    if !headers.contains_key(header::EXPECT) {
        throw_away(body);
    }
}

fn throw_away(mut body: Body) {
    tokio::spawn(timeout(DISCARD_TIME, async move {
        let mut left = DISCARD;
        while let Some(Ok(frame)) = body.frame().await {
            match left.checked_sub(frame.data_ref().map_or(0, |data| data.len())) {
                Some(less) => left = less,
                None => break,
            }
        }
    }));
}
