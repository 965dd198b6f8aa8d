/** Postmortems that nobody wrote, in any number, shaped like real ones. */
package io.hindsight.benchmarks.generator;
