//! The plan as a spreadsheet, and other tables: a workbook of one sheet (ISO/IEC
//! 29500) in which every cell is text, and none a formula. A file of commas would be smaller, but each program
//! reads another thing into it: `07700900123` loses its 0, `1e5` becomes a
//! number, `3/4` a day, and in half of Europe all of it stands in one column.
//! No library: a file that is not packed is these few lines, and the smallest
//! writer there is would be ten times as much to send.

use std::fmt::Write;

use super::rows::{COLUMNS, HIDDEN, clean};
use crate::domain::file::NOT_A_VERDICT;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";

/// The parts that are the same in every workbook, by name.
const PARTS: [(&str, &str); 5] = [
    (
        "[Content_Types].xml",
        r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>"#,
    ),
    (
        "_rels/.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    (
        "xl/workbook.xml",
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="SHEET" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
    // The second style: text, whatever it looks like, in lines, from the top.
    (
        "xl/styles.xml",
        r#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>"#,
    ),
];

/// The most UTF-16 units a cell may have.
const CELL: usize = 32_767;

/// A line for every action, under a line of names. `rows` are those of
/// [`super::rows`].
pub fn spreadsheet(rows: &[String]) -> Vec<u8> {
    let mut last = [""; COLUMNS.len()];
    last[HIDDEN] = "About this plan";
    last[HIDDEN + 1] = NOT_A_VERDICT;
    let last = last.map(str::to_owned);
    let lines = rows.chunks_exact(COLUMNS.len()).chain([&last[..]]);
    let lines = lines.flat_map(|row| &row[HIDDEN..]);
    workbook(
        "My training plan",
        &COLUMNS[HIDDEN..],
        None,
        &mut lines.map(String::as_str),
    )
}

/// A table of one sheet: as many texts for each line as there are `columns`.
/// What is all digits under the column `numbers` is a number.
pub fn workbook<'a>(
    title: &str,
    columns: &[&'a str],
    numbers: Option<usize>,
    texts: &mut dyn Iterator<Item = &'a str>,
) -> Vec<u8> {
    let mut sheet = String::from(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="15" width="26" style="1" customWidth="1"/></cols><sheetData>"#,
    );
    // Writing to memory does not fail.
    let mut texts = columns.iter().copied().chain(texts).peekable();
    for line in 1.. {
        if texts.peek().is_none() {
            break;
        }
        let _ = write!(sheet, "<row r=\"{line}\">");
        for (place, column) in ('A'..='Z').take(columns.len()).enumerate() {
            let text = texts.next().unwrap_or_default();
            let is_number = numbers == Some(place)
                && (1..=9).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_digit());
            let _ = if is_number {
                write!(sheet, "<c r=\"{column}{line}\"><v>{text}</v></c>")
            } else {
                write!(
                    sheet,
                    "<c r=\"{column}{line}\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    cell(text)
                )
            };
        }
        sheet.push_str("</row>");
    }
    sheet.push_str("</sheetData></worksheet>");
    let mut archive = Archive::default();
    for (name, part) in PARTS {
        archive.put(name, &part.replace(SHEET, &cell(title)));
    }
    archive.put("xl/worksheets/sheet1.xml", &sheet);
    archive.end()
}

/// Stands for the sheet's title in the parts.
const SHEET: &str = "SHEET";

/// A text as XML, with what neither XML nor a cell may have left out.
fn cell(text: &str) -> String {
    let mut units = 0;
    let text = clean(text);
    let fits = text.char_indices().take_while(|(_, letter)| {
        units += letter.len_utf16();
        units <= CELL
    });
    // `_x0041_` would be read as the letter of that number.
    let is_code = |from: &str| {
        let is_hex = |digits: &[u8]| digits.iter().all(u8::is_ascii_hexdigit);
        matches!(from.as_bytes(), [b'x', digits @ .., ] if digits.len() > 4 && is_hex(&digits[..4]) && digits[4] == b'_')
    };
    let mut xml = String::new();
    for (at, letter) in fits {
        match letter {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '\u{fffe}' | '\u{ffff}' => {}
            'x' if xml.ends_with('_') && is_code(&text[at..]) => xml.push_str("x005F_x"),
            letter => xml.push(letter),
        }
    }
    xml
}

/// A ZIP file whose parts are stored as they are.
#[derive(Default)]
struct Archive {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

impl Archive {
    fn put(&mut self, name: &str, part: &str) {
        let at = size(self.bytes.len());
        let length = size(HEAD.len() + part.len());
        let sum = checksum(HEAD.bytes().chain(part.bytes()));
        // Version 2.0, names in UTF-8, stored, on 1 January 1980.
        let mut about = Vec::new();
        about.extend([20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0]);
        for number in [sum, length, length] {
            about.extend(number.to_le_bytes());
        }
        about.extend(size(name.len()).to_le_bytes());
        self.bytes.extend(b"PK\x03\x04");
        self.bytes.extend(&about);
        for text in [name, HEAD, part] {
            self.bytes.extend(text.bytes());
        }
        self.directory.extend(b"PK\x01\x02\x14\x00");
        self.directory.extend(&about);
        self.directory.extend([0; 10]);
        self.directory.extend(at.to_le_bytes());
        self.directory.extend(name.bytes());
        self.count += 1;
    }

    fn end(mut self) -> Vec<u8> {
        let at = size(self.bytes.len());
        self.bytes.append(&mut self.directory);
        let length = size(self.bytes.len()) - at;
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        for count in [self.count; 2] {
            self.bytes.extend(count.to_le_bytes());
        }
        for number in [length, at] {
            self.bytes.extend(number.to_le_bytes());
        }
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

/// A document has a million letters at most, so it fits.
fn size(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// CRC-32, as ZIP files have it.
fn checksum(bytes: impl Iterator<Item = u8>) -> u32 {
    let byte = |sum: u32, byte: u8| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & (sum & 1).wrapping_neg())
        })
    };
    !bytes.fold(u32::MAX, byte)
}
