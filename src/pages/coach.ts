import type { WeekFigures } from '../reports/week-figures.ts'
import type { PeriodExtra } from './extra.ts'
import { type Line, line, type Section, typed, words } from './page.ts'
import { listOf } from './quotes.ts'

/** Returns what a coach sent back in the period: thanks first, then what became of the support asked for. */
export function coachSection({ replies }: PeriodExtra, { period }: WeekFigures): Section[] {
  const thanks = replies.flatMap((reply) => reply.thanks.map(thanksLine))
  const answers = replies.flatMap((reply) => reply.answers.map(answerLine))
  const lines = [...thanks, ...answers]
  if (lines.length === 0) return []
  return [
    {
      kind: 'section',
      title: 'From your coach',
      nodes: listOf(lines, `afterword week ${period.name} --format markdown`),
    },
  ]
}

function thanksLine(text: string): Line {
  return line([words('Thanks: '), typed(text)])
}

function answerLine({ asked, answer }: { asked: string; answer: string }): Line {
  return line([words('You asked: '), typed(asked), words(' Answer: '), typed(answer)])
}
