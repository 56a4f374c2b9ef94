//! Many at once: slow ones, a village hall, one who overdoes it, and honest ones among them.

use crate::support::{Client, Server, id, reaction};
use std::{net::TcpStream, thread, time::Instant};

#[test]
fn two_hundred_slow_clients_stop_nobody() {
    let server = Server::start();
    let half = |n: usize| {
        let mut client = server.connect();
        let head = "POST /api/reactions HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        match n % 3 {
            0 => client.send("POST /api").unwrap(),
            1 => client.send(head).unwrap(),
            _ => client.send(format!("{head}Content-Length: 1000\r\n\r\n{{\"format\"")).unwrap(),
        }
        client
    };
    let slow: Vec<Client> = (0..200).map(half).collect();
    let started = Instant::now();
    for _ in 0..50 {
        assert_eq!(server.connect().post(&reaction(&id())).status, 201);
    }
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
    assert_eq!(server.stored(), 50);
    drop(slow);
}

#[test]
fn two_hundred_phones_behind_one_address_all_get_in() {
    let server = Server::start();
    thread::scope(|scope| {
        for _ in 0..200 {
            scope.spawn(|| assert_eq!(server.connect().post(&reaction(&id())).status, 201));
        }
    });
    assert_eq!(server.stored(), 200);
}

#[test]
fn one_who_overdoes_it_is_slowed_and_told_for_how_long() {
    let server = Server::with(&["--rate-limit", "2"]);
    let mut client = server.connect();
    let answers: Vec<_> = (0..100).map(|_| client.post(&reaction(&id()))).collect();
    let slowed: Vec<_> = answers.iter().filter(|answer| answer.status == 429).collect();
    assert!(slowed.len() >= 30, "{}", slowed.len());
    for answer in slowed {
        assert_eq!(answer.json()["error"], "slow_down");
        assert!(answer.header("retry-after").unwrap().parse::<u64>().unwrap() >= 1);
    }
    assert!(answers[..60].iter().all(|answer| answer.status == 201));
    // Reading is not slowed, and neither is anybody else.
    assert_eq!(client.get("/").status, 200);
}

#[test]
fn a_proxy_of_our_own_tells_visitors_apart() {
    let server = Server::with(&["--rate-limit", "1", "--behind-proxy"]);
    let post = |visitor: &str| {
        let header = format!("X-Forwarded-For: 203.0.113.9, {visitor}");
        server.connect().post_with("application/json", &[&header], reaction(&id()).to_string().as_bytes()).status
    };
    let flood: Vec<_> = (0..40).map(|_| post("198.51.100.1")).collect();
    assert!(flood.contains(&429));
    assert_eq!(post("198.51.100.2"), 201);
}

#[test]
fn sixty_four_connections_at_once_lose_nothing() {
    let server = Server::with(&["--rate-limit", "off"]);
    let stored = thread::scope(|scope| {
        let clients: Vec<_> = (0..64)
            .map(|_| {
                scope.spawn(|| {
                    let mut client = server.connect();
                    (0..20).filter(|_| client.post(&reaction(&id())).status == 201).count()
                })
            })
            .collect();
        clients.into_iter().map(|client| client.join().unwrap()).sum::<usize>()
    });
    assert_eq!((stored, server.stored()), (64 * 20, 64 * 20));
}

#[test]
fn who_leaves_in_the_middle_leaves_no_trace() {
    let server = Server::start();
    for _ in 0..50 {
        let mut client = server.connect();
        client.send("POST /api/reactions HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{\"for").unwrap();
    }
    drop(TcpStream::connect(server.address));
    assert_eq!(server.connect().post(&reaction(&id())).status, 201);
    assert_eq!(server.stored(), 1);
}
