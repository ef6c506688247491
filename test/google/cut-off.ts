/** 初始化模板 cut off at one of its writes: what the next run leaves otherwise than a run that went through. */
import type { Host, RunOptions } from './double'
import { differencesFrom } from './office'
import { moments } from '../support/runs'

interface CutOff {
  /** As it is before the run. */
  open: () => Host
  request?: object
  options?: Pick<RunOptions, 'answers'>
  /** Every how many writes. */
  step: number
}

/** Gives what is wrong, a line for each: a cut that is not told, and each place that differs. */
export function unfinished({ open, request, options = {}, step }: CutOff): string[] {
  const values = request ? [request] : []
  const whole = open()
  const { write } = whole.run('initTemplate', values, options).counts
  if (write <= 20) return [`only ${write} writes`]
  const differences = differencesFrom(whole.book())
  return moments(write, step).flatMap((call) => {
    const host = open()
    const { error } = host.run('initTemplate', values, { ...options, fault: { kind: 'write', call } })
    const isTold = /^初始化模板没有完成：.*请再运行一次“初始化模板”/.test(error?.message ?? '')
    const again = host.run('initTemplate', values, options)
    const asked = options.answers?.length ?? 0
    const wrong = [
      ...(isTold ? [] : [`told ${error?.message ?? 'nothing'}`]),
      ...(again.error ? [again.error.message] : []),
      ...(again.questions.length === asked ? [] : [`asked ${again.questions.length} questions`]),
      ...differences(host.book()),
    ]
    return wrong.map((one) => `write ${call}: ${one}`)
  })
}
