//! How often one address may post: a village hall full of phones yes, a flood no. In memory only, never stored or logged.

use crate::native::cli::RateLimit;
use std::{
    collections::HashMap,
    net::{IpAddr, Ipv6Addr},
    sync::{Mutex, PoisonError},
    time::Instant,
};

/// A burst is this many seconds' worth.
const BURST_SECONDS: f64 = 30.0;
/// The most addresses remembered.
const ADDRESSES: usize = 50_000;

/// A bucket of tokens for each address; a post takes one, time fills it again.
pub struct Pace {
    per_second: Option<f64>,
    buckets: Mutex<HashMap<IpAddr, Bucket>>,
}

struct Bucket {
    tokens: f64,
    filled: Instant,
}

impl Pace {
    /// At most this often.
    pub fn new(limit: RateLimit) -> Self {
        let per_second = match limit {
            RateLimit::Off => None,
            RateLimit::PerSecond(number) => Some(f64::from(number.get())),
        };
        Self { per_second, buckets: Mutex::default() }
    }

    /// Takes a token; else says after how many seconds there is one.
    pub fn take(&self, address: IpAddr, now: Instant) -> Result<(), u64> {
        let Some(rate) = self.per_second else { return Ok(()) };
        let burst = rate * BURST_SECONDS;
        let full = |bucket: &Bucket| {
            let passed = now.saturating_duration_since(bucket.filled).as_secs_f64();
            (bucket.tokens + passed * rate).min(burst)
        };
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= ADDRESSES {
            // A full bucket says the same as none.
            buckets.retain(|_, bucket| full(bucket) < burst);
            if buckets.len() >= ADDRESSES {
                buckets.clear();
            }
        }
        let bucket = buckets.entry(network(address)).or_insert(Bucket { tokens: burst, filled: now });
        bucket.tokens = full(bucket);
        bucket.filled = now;
        if bucket.tokens >= 1.0 {
            bucket.tokens -= 1.0;
            Ok(())
        } else {
            Err((((1.0 - bucket.tokens) / rate).ceil() as u64).max(1))
        }
    }
}

/// One household has 2⁶⁴ IPv6 addresses; they count as one.
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => IpAddr::V6(Ipv6Addr::from_bits(v6.to_bits() & !u128::from(u64::MAX))),
        v4 => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    fn pace() -> Pace {
        Pace::new("20".parse().unwrap())
    }

    #[test]
    fn two_hundred_phones_get_in_and_one_abuser_is_slowed() {
        let (pace, now) = (pace(), Instant::now());
        let hall: IpAddr = "192.0.2.1".parse().unwrap();
        assert!((0..600).all(|_| pace.take(hall, now).is_ok()));
        assert_eq!(pace.take(hall, now), Err(1));
        assert!(pace.take("192.0.2.2".parse().unwrap(), now).is_ok());
        let later = now + Duration::from_secs(10);
        assert!((0..200).all(|_| pace.take(hall, later).is_ok()));
        assert!(pace.take(hall, later).is_err());
    }

    #[test]
    fn one_network_of_ipv6_counts_as_one_and_memory_stays_bounded() {
        let (pace, now) = (pace(), Instant::now());
        for n in 0..600u128 {
            assert!(pace.take(Ipv6Addr::from_bits(0x2001_0db8 << 96 | n).into(), now).is_ok());
        }
        assert!(pace.take(Ipv6Addr::from_bits(0x2001_0db8 << 96 | 9999).into(), now).is_err());
        for n in 0..2 * ADDRESSES as u32 {
            assert!(pace.take(IpAddr::V4(n.into()), now).is_ok());
        }
        assert!(pace.buckets.lock().unwrap().len() <= ADDRESSES);
    }
}
