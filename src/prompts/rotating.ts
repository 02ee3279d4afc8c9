/** One of them is asked a week, by the week's number. Afterword's own, but for the two that are asked everywhere. */
export const WEEKLY_QUESTIONS = [
  'What would a customer get from you that they would not get elsewhere?',
  'Which sentence of yours worked more than once this week?',
  'Who on your team made your week easier, and do they know?',
  'What did you stop explaining, because it finally made sense to people?',
  'Which promise cost you most to keep, and was it worth it?',
  'What did a customer teach you about your own product?',
  'Which rule would you change for one day, and what would you do that day?',
  'When did you slow down, and what came of it?',
  'Whom would you call back just to hear how it went?',
  'What did you do this week that nobody saw?',
] as const

/** Returns the question of a week such as `2026-W46`; every one of them comes in turn, over a year's end too. */
export function weeklyQuestion(week: string): string {
  const number = Number(week.slice(0, 4)) * 53 + Number(week.slice(6))
  return WEEKLY_QUESTIONS[number % WEEKLY_QUESTIONS.length] ?? WEEKLY_QUESTIONS[0]
}
