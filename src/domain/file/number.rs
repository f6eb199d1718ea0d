//! Numbers as they stand in the text. They are never made into floating point
//! numbers: one we do not know is written back as it came, and reading and
//! writing floats exactly is a sixth of the code and tables of a browser's JSON.

use std::cmp::Ordering;

use serde_json::Value;

/// How many digits a number may have before its point, and where it has as many
/// what it has to be below: a usual program's numbers end there.
const MOST_DIGITS: i64 = 309;
const TOO_LARGE: &str = "1797693134862315807937";

/// A number without its exponent and its noughts: `digits` × 10 to the
/// `power`, and no digits for nought.
struct Decimal {
    negative: bool,
    digits: String,
    power: i64,
}

impl Decimal {
    /// `text` is a number as JSON has it.
    fn of(text: &str) -> Self {
        let negative = text.starts_with('-');
        let text = text.trim_start_matches('-');
        let (number, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let digits = [whole, part].concat();
        let digits = digits.trim_start_matches('0');
        let kept = digits.trim_end_matches('0');
        // More than fits is nothing anybody wrote: the limits are far below.
        let exponent: i64 = exponent.parse().unwrap_or(if exponent.starts_with('-') {
            i64::from(i32::MIN)
        } else {
            i64::from(i32::MAX)
        });
        let cut = i64::try_from(digits.len() - kept.len()).unwrap_or(i64::MAX);
        let fraction = i64::try_from(part.len()).unwrap_or(i64::MAX);
        Self {
            negative,
            digits: kept.to_owned(),
            power: exponent.saturating_sub(fraction).saturating_add(cut),
        }
    }

    /// Where its first digit stands: 1 for 1 to 9, 2 for 10 to 99.
    fn size(&self) -> i64 {
        let digits = i64::try_from(self.digits.len()).unwrap_or(i64::MAX);
        self.power.saturating_add(digits)
    }
}

/// Larger than a usual program can hold, such as 1e400.
pub fn is_too_large(text: &str) -> bool {
    let decimal = Decimal::of(text);
    let at_the_end = decimal.size() == MOST_DIGITS && decimal.digits.as_str() >= TOO_LARGE;
    !decimal.digits.is_empty() && (decimal.size() > MOST_DIGITS || at_the_end)
}

fn decimal(value: &Value) -> Option<Decimal> {
    let Value::Number(number) = value else {
        return None;
    };
    Some(Decimal::of(number.as_str()))
}

/// A whole number below 10^15; `3.0` is one, as JSON Schema has it.
pub fn whole(value: &Value) -> Option<i64> {
    let decimal = decimal(value)?;
    if decimal.digits.is_empty() {
        return Some(0);
    }
    if decimal.power < 0 || decimal.size() > 15 {
        return None;
    }
    let number: i64 = decimal.digits.parse().ok()?;
    let number = (0..decimal.power).fold(number, |number, _| number * 10);
    Some(if decimal.negative { -number } else { number })
}

/// A number larger than this whole one.
pub fn is_more_than(value: &Value, than: i64) -> bool {
    let (Some(decimal), than) = (decimal(value), Decimal::of(&than.to_string())) else {
        return false;
    };
    let size = decimal.size().cmp(&than.size());
    let more = size.then_with(|| decimal.digits.cmp(&than.digits)) == Ordering::Greater;
    !decimal.digits.is_empty() && !decimal.negative && more
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Value {
        serde_json::from_str(text).unwrap()
    }

    #[test]
    fn whole_numbers_however_they_are_written() {
        for (text, wanted) in [
            ("3", Some(3)),
            ("-3", Some(-3)),
            ("0", Some(0)),
            ("-0.0", Some(0)),
            ("0e999999999999", Some(0)),
            ("3.0", Some(3)),
            ("30e-1", Some(3)),
            ("0.3E1", Some(3)),
            ("120", Some(120)),
            ("1.2e+2", Some(120)),
            ("2.5", None),
            ("25e-1", None),
            ("1e-999999999999", None),
            ("999999999999999", Some(999_999_999_999_999)),
            ("1e15", None),
            ("1e400", None),
        ] {
            assert_eq!(whole(&number(text)), wanted, "{text}");
        }
        assert_eq!(whole(&"3".into()), None);
    }

    #[test]
    fn more_than_one() {
        for (text, wanted) in [
            ("0", false),
            ("0.5", false),
            ("1", false),
            ("1.0", false),
            ("10e-1", false),
            ("-2", false),
            ("1.5", true),
            ("1.0000000000000000001", true),
            ("2", true),
            ("1e99", true),
        ] {
            assert_eq!(is_more_than(&number(text), 1), wanted, "{text}");
        }
    }

    #[test]
    fn numbers_nobody_can_hold() {
        for (text, wanted) in [
            ("1e308", false),
            ("1.7976931348623157e308", false),
            ("1.797693134862315808e308", true),
            ("1.8e308", true),
            ("-2e308", true),
            ("123456789e300", false),
            ("1e400", true),
            ("-1e400", true),
            ("1e999999999999999999999", true),
            ("1e-400", false),
            ("0e400", false),
        ] {
            assert_eq!(is_too_large(text), wanted, "{text}");
        }
    }
}
