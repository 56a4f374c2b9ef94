//! Finds the address by which a phone on the same network reaches this machine.

use std::net::{IpAddr, SocketAddr, UdpSocket};

/// This machine's address on the network it would use for the outside world.
///
/// Connecting a UDP socket only chooses a route; no packet leaves. The address asked
/// for is one reserved for documentation.
pub fn address() -> Option<IpAddr> {
    let socket = UdpSocket::bind("0.0.0.0:0").ok()?;
    socket.connect("192.0.2.1:9").ok()?;
    let ip = socket.local_addr().ok()?.ip();
    (!ip.is_loopback() && !ip.is_unspecified()).then_some(ip)
}

/// The addresses to print for a listening address: first the one for this machine, then the one for others.
pub fn reachable(listening: SocketAddr, lan: Option<IpAddr>) -> (SocketAddr, Option<SocketAddr>) {
    let port = listening.port();
    if listening.ip().is_loopback() {
        return (listening, None);
    }
    if listening.ip().is_unspecified() {
        let here = SocketAddr::from(([127, 0, 0, 1], port));
        return (here, lan.map(|ip| SocketAddr::new(ip, port)));
    }
    (listening, Some(listening))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(listening: &str) -> (String, Option<String>) {
        let lan = Some(IpAddr::from([192, 168, 1, 20]));
        let listening = listening.parse().unwrap_or(SocketAddr::from(([0; 4], 0)));
        let (here, others) = reachable(listening, lan);
        (here.to_string(), others.map(|address| address.to_string()))
    }

    #[test]
    fn only_a_listener_that_others_reach_gets_an_address_for_others() {
        let here = "127.0.0.1:8080".to_owned();
        assert_eq!(told("127.0.0.1:8080"), (here.clone(), None));
        let phone = "192.168.1.20:8080".to_owned();
        assert_eq!(told("0.0.0.0:8080"), (here, Some(phone)));
        let own = "10.0.0.5:80".to_owned();
        assert_eq!(told("10.0.0.5:80"), (own.clone(), Some(own)));
    }
}
