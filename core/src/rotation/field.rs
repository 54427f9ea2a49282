//! Counting with tables: tables are added and subtracted digit by digit, and where their number is a power of a prime
//! they are a finite field, in which they can be multiplied too.

/// The tables as a group, and as a field where that is possible.
#[derive(Clone, Debug)]
pub struct Field {
    order: usize,
    sums: Vec<u8>,
    differences: Vec<u8>,
    /// The powers of an element of which everything but 0 is a power; empty where there is no field.
    powers: Vec<u8>,
}

impl Field {
    /// The group (and field) of `order` tables. For the digits all prime factors are used: 12 tables are 2 × 2 × 3.
    /// That allows more than counting round in a circle does, most of all for multiples of four.
    pub fn new(order: usize) -> Self {
        let primes = prime_factors(order);
        let powers = if primes.windows(2).all(|two| two[0] == two[1]) { powers(order, &primes) } else { Vec::new() };
        Self { powers, ..Self::of_digits(order, &primes) }
    }

    /// The group whose lowest digits count to `low`, which divides `order`: what is left over by `low` is that of a sum
    /// if it is that of its parts.
    pub fn over(order: usize, low: usize) -> Self {
        Self::of_digits(order, &[prime_factors(low), prime_factors(order / low.max(1))].concat())
    }

    /// The group that counts round in a circle.
    pub fn circle(order: usize) -> Self {
        Self::of_digits(order, &[order])
    }

    fn of_digits(order: usize, digits: &[usize]) -> Self {
        let mut sums = vec![0; order * order];
        let mut differences = vec![0; order * order];
        for a in 0..order {
            for b in 0..order {
                let sum = by_digits(digits, a, b, |x, y| x + y);
                sums[a * order + b] = sum as u8;
                differences[sum * order + b] = a as u8;
            }
        }
        Self { order, sums, differences, powers: Vec::new() }
    }

    /// `a + b`.
    pub fn add(&self, a: usize, b: usize) -> usize {
        usize::from(self.sums[a * self.order + b])
    }

    /// `a - b`.
    pub fn subtract(&self, a: u8, b: u8) -> u8 {
        self.differences[usize::from(a) * self.order + usize::from(b)]
    }

    /// Whether there is a field.
    pub fn multiplies(&self) -> bool {
        !self.powers.is_empty()
    }

    /// The product of two elements: 0 is nothing, `n` the power `n - 1`.
    pub fn product(&self, a: usize, b: usize) -> u8 {
        if a == 0 || b == 0 { 0 } else { self.powers[(a + b - 2) % self.powers.len()] }
    }

    /// The number under which [`Self::product`] takes an element.
    pub fn power_of(&self, element: usize) -> usize {
        self.powers.iter().position(|&it| usize::from(it) == element).map_or(0, |power| power + 1)
    }

    /// What makes 1 with an element that is not 0, as [`Self::product`] takes it.
    pub fn inverse(&self, element: u8) -> usize {
        (self.powers.len() + 1 - self.power_of(usize::from(element))) % self.powers.len() + 1
    }
}

fn prime_factors(order: usize) -> Vec<usize> {
    let (mut rest, mut prime, mut primes) = (order, 2, Vec::new());
    while rest > 1 {
        if rest % prime == 0 {
            primes.push(prime);
            rest /= prime;
        } else {
            prime += 1;
        }
    }
    primes
}

/// Joins two numbers digit by digit, each digit modulo its own number.
fn by_digits(digits: &[usize], mut a: usize, mut b: usize, join: fn(usize, usize) -> usize) -> usize {
    let (mut joined, mut place) = (0, 1);
    for digit in digits {
        joined += join(a % digit, b % digit) % digit * place;
        (a, b, place) = (a / digit, b / digit, place * digit);
    }
    joined
}

/// The powers of an element x that runs through everything but 0 before it comes back to 1. Elements are polynomials of
/// x; which lower powers the highest one equals is tried out.
fn powers(order: usize, primes: &[usize]) -> Vec<u8> {
    let Some(&prime) = primes.first() else { return Vec::new() };
    let highest = order / prime;
    for equals in 1..order {
        let mut powers = Vec::new();
        let mut power = 1;
        while power != 0 && powers.len() < order && (power != 1 || powers.is_empty()) {
            powers.push(power as u8);
            let digit = power / highest;
            let all = (0..primes.len()).fold(0, |sum, _| sum * prime + digit);
            let folded = by_digits(primes, all, equals, |x, y| x * y);
            power = by_digits(primes, power % highest * prime, folded, |x, y| x + y);
        }
        if power == 1 && powers.len() == order - 1 {
            return powers;
        }
    }
    Vec::new()
}
