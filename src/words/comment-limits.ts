/** Refusals of comments that are too many. */
export const commentLimitWords = {
  comments: (most: number) => `一个工作簿最多 ${most} 条批注，没有写入。请先在已有的批注下回复。`,
  remarks: (most: number) => `一条批注下最多 ${most} 条意见，没有写入。请另写一条批注。`,
} as const
