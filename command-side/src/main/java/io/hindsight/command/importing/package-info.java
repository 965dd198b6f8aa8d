/**
 * Imports: whole postmortems from records that were written elsewhere. A line of the request ({@link
 * io.hindsight.command.importing.RecordLines}) is read as a {@link io.hindsight.command.importing.SourceRecord}, which {@link
 * io.hindsight.command.importing.RecordMapping} turns into one {@link io.hindsight.command.importing.ImportPostmortem}.
 */
package io.hindsight.command.importing;
