//! Connections: how many, how long, and how they end. A slow client costs a little memory and stops nobody else.

use axum::{Router, body::Body};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use std::{net::IpAddr, pin::pin, sync::Arc, time::Duration};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{Semaphore, watch},
    time::{sleep, timeout},
};
use tower::ServiceExt;

/// The most connections at once, where the system allows that many.
const CONNECTIONS: usize = 8192;
/// File handles that are not for connections.
const RESERVED: usize = 128;
/// How long a client may take over a request's head, and stay silent between requests.
const HEAD_TIME: Duration = Duration::from_secs(15);
/// How long a connection may live; after that it ends with the request under way.
const LIFE: Duration = Duration::from_secs(600);
/// How long requests under way get when a connection must end.
const GRACE: Duration = Duration::from_secs(10);
/// The most bytes of a request that wait in memory before they are looked at.
const BUFFER: usize = 64 * 1024;

/// Where a request comes from, for the pace; not kept and not logged.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// Serves until `stop`, then finishes the requests under way.
pub async fn until(stop: impl Future<Output = ()>, listener: TcpListener, router: Router) {
    let most = connections();
    let room = Arc::new(Semaphore::new(most));
    let (stopping, told) = watch::channel(());
    let mut stop = pin!(stop);
    loop {
        let accepted = async {
            // The semaphore is never closed, so there is always a permit in the end.
            let permit = room.clone().acquire_owned().await.ok();
            (permit, listener.accept().await)
        };
        let (permit, stream) = tokio::select! {
            accepted = accepted => accepted,
            () = &mut stop => break,
        };
        match stream {
            Ok((stream, peer)) => {
                let (router, told) = (router.clone(), told.clone());
                tokio::spawn(async move {
                    serve(stream, Peer(peer.ip()), router, told).await;
                    drop(permit);
                });
            }
            // Out of handles, or the client left already: the next attempt may do better.
            Err(_) => sleep(Duration::from_millis(20)).await,
        }
    }
    drop((listener, stopping));
    let all = u32::try_from(most).unwrap_or(u32::MAX);
    // Who is not ready by then has had no acknowledgement, and sends again.
    let _ = timeout(GRACE + Duration::from_secs(1), room.acquire_many(all)).await;
}

async fn serve(stream: TcpStream, peer: Peer, router: Router, mut told: watch::Receiver<()>) {
    // Answers are small and complete; waiting to fill a packet only delays them.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request)
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_TIME)
        .max_buf_size(BUFFER)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    tokio::select! {
        // A client that breaks off or makes no sense is not our trouble.
        _ = connection.as_mut() => return,
        _ = told.changed() => {}
        () = sleep(LIFE) => {}
    }
    connection.as_mut().graceful_shutdown();
    let _ = timeout(GRACE, connection).await;
}

/// As many connections as the system gives handles for.
fn connections() -> usize {
    handles().map_or(CONNECTIONS, |handles| handles.saturating_sub(RESERVED).clamp(64, CONNECTIONS))
}

/// Asks for as many file handles as the system lets us have; the usual 1,024 are too few for a busy evening.
#[cfg(unix)]
fn handles() -> Option<usize> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limit.maximum, maximum: limit.maximum };
    let now = if setrlimit(Resource::Nofile, raised).is_ok() { limit.maximum } else { limit.current };
    now.map(|handles| usize::try_from(handles).unwrap_or(usize::MAX))
}

#[cfg(not(unix))]
fn handles() -> Option<usize> {
    None
}
