/**
 * Imports of PagerDuty's V3 webhooks. A request is taken for its {@link
 * io.hindsight.command.importing.pagerduty.PagerDutySignature}, its {@link io.hindsight.command.importing.pagerduty.Webhook} is
 * kept once in {@link io.hindsight.command.importing.pagerduty.Webhooks}, and of all that were heard of an incident {@link
 * io.hindsight.command.importing.pagerduty.IncidentMapping} makes one account, the same in whatever order they came.
 */
package io.hindsight.command.importing.pagerduty;
