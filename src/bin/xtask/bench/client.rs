//! A minimal HTTP/1.1 client on a kept-alive connection: just enough to post reactions quickly.

use std::io::{self, ErrorKind};
use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};

/// The longest answer that we read; the collector's are a few hundred bytes.
const LONGEST: usize = 64 * 1024;

/// What the server answered.
pub struct Answer {
    pub status: u16,
    pub body: Vec<u8>,
}

/// One connection, as one phone has.
pub struct Client {
    server: SocketAddr,
    number: u8,
    connection: Option<TcpStream>,
}

impl Client {
    /// A client that connects when it first posts.
    pub fn new(server: SocketAddr, number: u8) -> Client {
        Client { server, number, connection: None }
    }

    /// Posts and waits for the whole answer. After an error the next post opens a new connection.
    pub async fn post(&mut self, path: &str, content_type: &str, body: &str) -> io::Result<Answer> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nHost: {server}\r\nOrigin: http://{server}\r\n\
             Content-Type: {content_type}\r\nAccept: application/json\r\nContent-Length: {length}\r\n\r\n{body}",
            server = self.server,
            length = body.len(),
        );
        let mut connection = match self.connection.take() {
            Some(connection) => connection,
            None => self.connect().await?,
        };
        connection.write_all(request.as_bytes()).await?;
        let (answer, keep) = read_answer(&mut connection).await?;
        self.connection = keep.then_some(connection);
        Ok(answer)
    }

    /// Connects from a loopback address of its own where the system has more than one (Linux),
    /// so that the server sees as many visitors as there are clients.
    async fn connect(&self) -> io::Result<TcpStream> {
        let socket = TcpSocket::new_v4()?;
        let own = SocketAddr::from(([127, 0, 1, self.number], 0));
        let stream = match socket.bind(own) {
            Ok(()) => socket.connect(self.server).await?,
            Err(_) => TcpStream::connect(self.server).await?,
        };
        stream.set_nodelay(true)?;
        Ok(stream)
    }
}

async fn read_answer(connection: &mut TcpStream) -> io::Result<(Answer, bool)> {
    let mut bytes = Vec::with_capacity(1024);
    let (head, start) = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break (parse_head(&bytes[..end]).ok_or_else(|| invalid("not an HTTP answer"))?, end + 4);
        }
        read_more(connection, &mut bytes).await?;
    };
    while bytes.len() < start + head.length {
        read_more(connection, &mut bytes).await?;
    }
    let body = bytes.split_off(start);
    Ok((Answer { status: head.status, body }, head.keep_alive))
}

async fn read_more(connection: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<()> {
    match connection.read_buf(bytes).await? {
        0 => Err(io::Error::from(ErrorKind::UnexpectedEof)),
        _ if bytes.len() > LONGEST => Err(invalid("an answer without end")),
        _ => Ok(()),
    }
}

fn invalid(what: &'static str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, what)
}

#[derive(Debug, PartialEq)]
struct Head {
    status: u16,
    length: usize,
    keep_alive: bool,
}

fn parse_head(bytes: &[u8]) -> Option<Head> {
    let text = std::str::from_utf8(bytes).ok()?;
    let mut lines = text.split("\r\n");
    let status = lines.next()?.strip_prefix("HTTP/1.1 ")?.get(..3)?.parse().ok()?;
    let mut head = Head { status, length: 0, keep_alive: true };
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        match name.to_ascii_lowercase().as_str() {
            "content-length" => head.length = value.trim().parse().ok()?,
            "connection" => head.keep_alive = !value.trim().eq_ignore_ascii_case("close"),
            "transfer-encoding" => return None,
            _ => {}
        }
    }
    Some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_a_head_that_matter_are_read() {
        let head = b"HTTP/1.1 201 Created\r\nContent-Length: 12\r\nConnection: close\r\n\r\n";
        let expected = Head { status: 201, length: 12, keep_alive: false };
        assert_eq!(parse_head(head), Some(expected));
    }

    #[test]
    fn an_answer_that_we_could_read_wrongly_is_refused() {
        assert_eq!(parse_head(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"), None);
        assert_eq!(parse_head(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), None);
        assert_eq!(parse_head(b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n"), None);
    }
}
