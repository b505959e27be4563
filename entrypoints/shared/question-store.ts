import { storage } from 'wxt/utils/storage';
import type { Question } from '../../core/question.ts';

/** The question that waits for the person's answer, if one does; shown by whichever surface is open. */
export const openQuestion = storage.defineItem<Question>('session:question');
