import { DomicileError } from '../../domain/errors';

/** Nothing can be imported, and whatever was is taken back. The message names no content. */
export class ImportRefusedError extends DomicileError {}

/** Something else was at the same items at that moment: the step is tried again. */
export class ImportBusyError extends DomicileError {}
