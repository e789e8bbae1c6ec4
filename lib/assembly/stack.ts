import type { SourceLocation } from '../domain/finding';
import type { StoreClass } from '../domain/store-class';
import type { Template } from './template';

/** A template, and where it goes. */
export interface Stack {
  /** Unique in its assembly. */
  readonly id: string;
  /** As its app or its file names it. */
  readonly label: string;
  /** The name that CloudFormation knows it by, where the assembly says so. */
  readonly name?: string;
  readonly region: string;
  readonly account?: string;
  /** The template's file, as it was named on input. */
  readonly file: string;
  readonly template: Template;
  /** Values that the assembly gives to the template's parameters. */
  readonly parameters: Readonly<Record<string, string>>;
  /** The resource that makes this stack, where it is a nested one. */
  readonly parent?: { readonly stack: Stack; readonly logicalId: string };
  /** The nested stacks whose templates are here, by the resource that makes them. */
  readonly nested: ReadonlyMap<string, Stack>;
  /** Where in the app a resource comes from, where the assembly says so. The template itself may claim a path. */
  readonly originOf: (logicalId: string, claimedPath?: string) => Origin;
}

export interface Origin {
  readonly constructPath?: string;
  readonly source?: SourceLocation | undefined;
  /** What the app declares that the store holds, at the resource or the nearest construct around it. */
  readonly holds?: StoreClass;
}

/** All stacks that are judged together: each knows what the others make. */
export interface Assembly {
  readonly stacks: readonly Stack[];
}
