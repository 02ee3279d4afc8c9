import { sep } from 'node:path'
import { describe, expect, it } from 'vitest'
import { resolveHome } from '../../src/store/home.ts'

type Env = Record<string, string>
const placesOf = (env: Env, platform: NodeJS.Platform, homedir?: string) => {
  const { config, journal, reviews, history } = resolveHome(env, platform, homedir)
  return [config, journal, reviews, history].map((path) => path.replaceAll(sep, '/'))
}

describe('where things are', () => {
  it.each<[string, Env, NodeJS.Platform, string[]]>([
    [
      'AFTERWORD_HOME',
      { AFTERWORD_HOME: '/a', HOME: '/h', XDG_DATA_HOME: '/x' },
      'linux',
      ['/a/config.json', '/a/journal', '/a/reviews.json', '/a/state/history.jsonl'],
    ],
    [
      'AFTERWORD_HOME without HOME',
      { AFTERWORD_HOME: '/a b/ö/' },
      'darwin',
      ['/a b/ö/config.json', '/a b/ö/journal', '/a b/ö/reviews.json', '/a b/ö/state/history.jsonl'],
    ],
    [
      'an empty AFTERWORD_HOME is none',
      { AFTERWORD_HOME: '', HOME: '/h' },
      'linux',
      [
        '/h/.config/afterword/config.json',
        '/h/.local/share/afterword/journal',
        '/h/.local/share/afterword/reviews.json',
        '/h/.local/state/afterword/history.jsonl',
      ],
    ],
    [
      'XDG',
      { HOME: '/h', XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d', XDG_STATE_HOME: '/s' },
      'linux',
      [
        '/c/afterword/config.json',
        '/d/afterword/journal',
        '/d/afterword/reviews.json',
        '/s/afterword/history.jsonl',
      ],
    ],
    [
      'XDG alone, without HOME',
      { XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d', XDG_STATE_HOME: '/s' },
      'linux',
      [
        '/c/afterword/config.json',
        '/d/afterword/journal',
        '/d/afterword/reviews.json',
        '/s/afterword/history.jsonl',
      ],
    ],
    [
      'a relative XDG folder is ignored',
      { HOME: '/h', XDG_DATA_HOME: 'd', XDG_CONFIG_HOME: '' },
      'freebsd',
      [
        '/h/.config/afterword/config.json',
        '/h/.local/share/afterword/journal',
        '/h/.local/share/afterword/reviews.json',
        '/h/.local/state/afterword/history.jsonl',
      ],
    ],
    [
      'macOS',
      { HOME: '/Users/s' },
      'darwin',
      ['config.json', 'journal', 'reviews.json', 'state/history.jsonl'].map(
        (name) => `/Users/s/Library/Application Support/afterword/${name}`,
      ),
    ],
    [
      'macOS with XDG',
      { HOME: '/Users/s', XDG_CONFIG_HOME: '/c', XDG_DATA_HOME: '/d', XDG_STATE_HOME: '/s' },
      'darwin',
      [
        '/c/afterword/config.json',
        '/d/afterword/journal',
        '/d/afterword/reviews.json',
        '/s/afterword/history.jsonl',
      ],
    ],
    [
      'Windows',
      { APPDATA: '/r', LOCALAPPDATA: '/l' },
      'win32',
      [
        '/r/afterword/config.json',
        '/r/afterword/journal',
        '/r/afterword/reviews.json',
        '/l/afterword/state/history.jsonl',
      ],
    ],
  ])('by %s', (_what, env, platform, places) => {
    expect(placesOf(env, platform)).toEqual(places)
  })

  it('takes the home that Windows names itself where no variable does', () => {
    expect(placesOf({}, 'win32', '/u')[3]).toBe('/u/AppData/Local/afterword/state/history.jsonl')
  })

  it.each<[Env, NodeJS.Platform, string]>([
    [{}, 'linux', 'HOME is not set'],
    [{ HOME: '' }, 'linux', 'HOME is not set'],
    [{ XDG_DATA_HOME: '/d' }, 'linux', 'HOME is not set'],
    [{}, 'darwin', 'HOME is not set'],
    [{}, 'win32', 'USERPROFILE is not set'],
  ])('is refused for %j on %s: %s', (env, platform, says) => {
    expect(() => resolveHome(env, platform)).toThrow(says)
    expect(() => resolveHome(env, platform)).toThrow('AFTERWORD_HOME')
  })

  it('is an absolute path for a relative AFTERWORD_HOME', () => {
    expect(resolveHome({ AFTERWORD_HOME: 'here' }, 'linux').data).toBe(`${process.cwd()}${sep}here`)
  })
})
