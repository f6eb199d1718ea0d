//! Lines and spaces for a file that people may look into.

/// Sets compact JSON on lines, two spaces a level. Done on the text: a second
/// formatter for every shape would cost more in the program than this.
pub fn indent(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 3 / 2);
    let mut depth = 0;
    let mut in_text = false;
    let mut escaped = false;
    let mut before = ' ';
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    for c in json.chars() {
        if in_text {
            out.push(c);
            in_text = escaped || c != '"';
            escaped = !escaped && c == '\\';
        } else {
            let closes = matches!(c, '}' | ']');
            let opened = matches!(before, '{' | '[');
            if closes {
                depth -= 1;
            }
            if (opened && !closes) || (closes && !opened) || before == ',' {
                line(&mut out, depth);
            }
            out.push(c);
            match c {
                '{' | '[' => depth += 1,
                ':' => out.push(' '),
                '"' => in_text = true,
                _ => {}
            }
        }
        before = c;
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_serde_json_would() {
        for json in [
            "{}",
            "[]",
            "1",
            r#"{"a":{}}"#,
            r#"{"a":[1,2,{"b":null}],"c":"x,{\"[\\"}"#,
            r#"[[],[[]],"\\",{"\"":"\\\""}]"#,
            r#"{"a":"{","b":",","c":[","]}"#,
        ] {
            let value: serde_json::Value = serde_json::from_str(json).unwrap();
            let wanted = serde_json::to_string_pretty(&value).unwrap();
            assert_eq!(indent(json), format!("{wanted}\n"), "{json}");
        }
    }
}
