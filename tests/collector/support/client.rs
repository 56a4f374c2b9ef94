//! A connection on which stories say exactly the bytes they mean.

use serde_json::Value;
use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    time::Duration,
};

/// No answer takes this long; a story that waits for one has found a fault.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Client {
    address: SocketAddr,
    stream: BufReader<TcpStream>,
}

#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn header(&self, name: &str) -> Option<&str> {
        let line = self.head.lines().find_map(|line| line.split_once(": ").filter(|(key, _)| *key == name));
        line.map(|(_, value)| value)
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }

    pub fn json(&self) -> Value {
        assert_eq!(self.header("content-type"), Some("application/json"), "{self:?}");
        serde_json::from_slice(&self.body).unwrap()
    }
}

impl Client {
    pub fn connect(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        Self { address, stream: BufReader::new(stream) }
    }

    /// Sends bytes as they are.
    pub fn send(&mut self, bytes: impl AsRef<[u8]>) -> std::io::Result<()> {
        self.stream.get_mut().write_all(bytes.as_ref())
    }

    /// Reads one answer; `None` when the connection ends first.
    pub fn receive(&mut self) -> Option<Answer> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            if self.stream.read_line(&mut head).ok()? == 0 {
                return None;
            }
        }
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let mut answer = Answer { status, head, body: Vec::new() };
        if let Some(length) = answer.header("content-length") {
            answer.body = vec![0; length.parse().unwrap()];
            self.stream.read_exact(&mut answer.body).ok()?;
        }
        Some(answer)
    }

    /// A request with these lines in its head, and its answer.
    pub fn ask(&mut self, first: &str, headers: &[&str], body: &[u8]) -> Answer {
        let mut lines = format!("{first} HTTP/1.1\r\nHost: {}\r\n", self.address);
        headers.iter().for_each(|header| lines += &format!("{header}\r\n"));
        let mut bytes = (lines + "\r\n").into_bytes();
        bytes.extend_from_slice(body);
        // An early refusal may close the connection while we are still sending.
        let _ = self.send(bytes);
        self.receive().expect("an answer")
    }

    pub fn get(&mut self, path: &str) -> Answer {
        self.ask(&format!("GET {path}"), &[], b"")
    }

    /// Posts with more lines in the head.
    pub fn post_with(&mut self, kind: &str, headers: &[&str], body: &[u8]) -> Answer {
        let (kind, length) = (format!("Content-Type: {kind}"), format!("Content-Length: {}", body.len()));
        let all: Vec<_> = [kind.as_str(), length.as_str()].into_iter().chain(headers.iter().copied()).collect();
        self.ask("POST /api/reactions", &all, body)
    }

    /// Posts an envelope as the app does.
    pub fn post(&mut self, envelope: &Value) -> Answer {
        let origin = format!("Origin: http://{}", self.address);
        self.post_with("application/json", &[&origin], envelope.to_string().as_bytes())
    }

    /// Posts a form as a browser without JavaScript does.
    pub fn post_form(&mut self, pairs: &[(&str, &str)]) -> Answer {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b".-_".contains(&byte);
        let one = |byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") };
        let encode = |text: &str| text.bytes().map(one).collect::<String>();
        let body: Vec<_> = pairs.iter().map(|(a, b)| format!("{}={}", encode(a), encode(b))).collect();
        let origin = format!("Origin: http://{}", self.address);
        self.post_with("application/x-www-form-urlencoded", &[&origin], body.join("&").as_bytes())
    }
}
