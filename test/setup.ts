// Tests must not depend on the caller's shell: what afterword reads is cleared, and set again where a test needs it.
for (const name of Object.keys(process.env)) {
  if (name.startsWith('AFTERWORD_TEST_')) continue
  if (name.startsWith('AFTERWORD_') || name.startsWith('XDG_')) delete process.env[name]
}
const LOOK = ['NO_COLOR', 'FORCE_COLOR', 'CI', 'ACCESSIBLE', 'LANG', 'LC_ALL', 'COLUMNS']
for (const name of [...LOOK, 'PAGER', 'LESS']) delete process.env[name]
