package io.hindsight.words;

/**
 * What somebody is invited to the postmortem meeting as: its owner, or what they were in the incident. Written in kebab-case,
 * as {@link #toString()} says it.
 */
public enum InviteeRole {
    OWNER,
    INCIDENT_COMMANDER,
    INCIDENT_COMMANDER_SHADOW,
    SERVICE_OWNER,
    ENGINEERING_MANAGER,
    PRODUCT_MANAGER,
    DEPUTY,
    SCRIBE,
    SUBJECT_MATTER_EXPERT,
    RESPONDER,
    CUSTOMER_LIAISON;

    /** A role in the incident goes by the same name here. */
    public static InviteeRole of(ResponderRole role) {
        return valueOf(role.name());
    }

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
