// Tests must not depend on the caller's shell: what afterword reads is cleared, and set again where a test needs it.
for (const name of Object.keys(process.env)) {
  if (name.startsWith('AFTERWORD_TEST_')) continue
  if (name.startsWith('AFTERWORD_') || name.startsWith('XDG_')) delete process.env[name]
}
for (const name of ['NO_COLOR', 'FORCE_COLOR', 'CI', 'ACCESSIBLE', 'LANG', 'LC_ALL', 'COLUMNS'])
  delete process.env[name]
