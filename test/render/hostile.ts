/** Texts that do something to a terminal when shown as they are: C0, C1, CSI, OSC 0, 8 and 52, DCS, APC, PM, resets, sets of characters, sequences that are made by taking others out, bidi, zero-width. */
export const TERMINAL: readonly string[] = [
  '\x1b[2Jgone',
  '\x1b]52;c;ZXZpbA==\x07',
  '\x1b]8;;http://evil.example\x1b\\click\x1b]8;;\x1b\\',
  '\x1bP+q544e\x1b\\',
  '\x1b_payload\x1b\\',
  '\x9b31mred',
  '\u009d0;title\u009c',
  'over\rwritten',
  'rub\x08\x08\x08out',
  'ding\x07',
  '\x1b\x1b[2J[2J',
  'split\x1b\n[31m',
  'user\u202Egnp.exe',
  '\u2066isolated\u2069',
  'zero\u200Bwidth\u200Cjoin\u2060ed\uFEFF',
  'nul\0byte',
  '\x1b]0;title\x07',
  '\x9d52;c;ZXZpbA==\x9c',
  '\x1b^message\x1b\\',
  '\x1bcreset',
  '\x1b(0lines',
  '\u202Dforced\u202C',
  'one\nrow\ttwo',
]

/** The same, and texts that do something to a page, a sheet or a reader. */
export const HOSTILE: readonly string[] = [
  ...TERMINAL,
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://evil.example","x")',
  '| a | [x](javascript:alert(1)) `code` **bold** |',
]

/** What must never reach a terminal from somebody's words; a newline is ours. */
export const LIVE = /(?!\n)\p{Cc}|[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u
