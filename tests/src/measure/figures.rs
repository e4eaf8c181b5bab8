//! Many measurements as one figure, and figures as people read them.

use std::time::Duration;

/// The value that so many percent of the values do not exceed.
pub fn percentile<T: Copy + PartialOrd>(values: &[T], percent: usize) -> T {
    let mut sorted = values.to_vec();
    sorted.sort_by(|a, b| a.partial_cmp(b).expect("measurements are numbers"));
    let rank = (sorted.len() * percent).div_ceil(100).max(1);
    sorted[rank - 1]
}

/// The value in the middle.
pub fn median<T: Copy + PartialOrd>(values: impl IntoIterator<Item = T>) -> T {
    percentile(&values.into_iter().collect::<Vec<_>>(), 50)
}

/// How often something happened in each second.
pub fn per_second(times: usize, span: Duration) -> f64 {
    let times = u32::try_from(times).expect("nobody waits for that many");
    f64::from(times) / span.as_secs_f64()
}

/// `1.25 ms`, or `125 ms` where digits after the point say nothing.
pub fn ms(span: Duration) -> String {
    let ms = span.as_secs_f64() * 1_000.0;
    if ms < 10.0 { format!("{ms:.2} ms") } else { format!("{ms:.0} ms") }
}

/// `p50 1.25 ms, p99 12 ms`.
pub fn spread(spans: &[Duration]) -> String {
    format!("p50 {}, p99 {}", ms(percentile(spans, 50)), ms(percentile(spans, 99)))
}

/// `900 to 1200`, the least and the most.
pub fn range(values: impl IntoIterator<Item = f64>) -> String {
    let values: Vec<_> = values.into_iter().collect();
    let least = values.iter().copied().fold(f64::INFINITY, f64::min);
    let most = values.iter().copied().fold(0.0, f64::max);
    format!("{least:.0} to {most:.0}")
}

/// Bytes in millions.
pub fn mb(bytes: u64) -> String {
    let kilobytes = u32::try_from(bytes / 1_000).expect("fewer than four terabytes");
    format!("{:.1} MB", f64::from(kilobytes) / 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_percentile_is_one_of_the_values() {
        let hundred: Vec<u32> = (1..=100).rev().collect();
        let percents = [0, 1, 50, 99, 100];
        assert_eq!(percents.map(|percent| percentile(&hundred, percent)), [1, 1, 50, 99, 100]);
        // Of few values the slowest hundredth is the slowest.
        assert_eq!(percentile(&[3, 1, 2], 99), 3);
        assert_eq!([median([7]), median([4, 2]), median([9, 1, 5])], [7, 2, 5]);
    }

    #[test]
    fn figures_are_short() {
        let span = Duration::from_micros;
        assert_eq!([ms(span(1_250)), ms(span(125_400))], ["1.25 ms", "125 ms"]);
        assert_eq!(spread(&[span(1_000), span(2_000)]), "p50 1.00 ms, p99 2.00 ms");
        assert_eq!(range([1_200.0, 900.0]), "900 to 1200");
        assert_eq!(mb(12_345_678), "12.3 MB");
        assert!((per_second(500, Duration::from_millis(250)) - 2_000.0).abs() < 1e-9);
    }
}
