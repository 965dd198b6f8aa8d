package io.hindsight.words;

/** What somebody was in the incident. Written in kebab-case, as {@link #toString()} says it. */
public enum ResponderRole {
    INCIDENT_COMMANDER,
    DEPUTY,
    SCRIBE,
    SUBJECT_MATTER_EXPERT,
    CUSTOMER_LIAISON,
    INCIDENT_COMMANDER_SHADOW,
    SERVICE_OWNER,
    ENGINEERING_MANAGER,
    PRODUCT_MANAGER,
    RESPONDER;

    @Override
    public String toString() {
        return Words.kebabCase(this);
    }
}
