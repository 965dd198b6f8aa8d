package io.hindsight.command.decision;

/** Who may do what with a postmortem; the roles are the caller's, owner and incident commander this postmortem's. */
public enum Permission {
    /** Write: responders, and whoever runs the postmortem. */
    EDIT("a responder or a coordinator, or the owner or the incident commander of this postmortem") {
        @Override
        boolean allows(Actor actor, Standing standing) {
            return actor.is("responder") || RUN.allows(actor, standing);
        }
    },
    /** Review: responders and managers, in person. An integration writes like a responder, but is nobody who could agree. */
    REVIEW(
            "a responder, a manager or a coordinator, or the owner or the incident commander of this postmortem, in person") {
        @Override
        boolean allows(Actor actor, Standing standing) {
            return actor.onBehalfOf() == null
                    && (actor.is("manager") || !actor.is("integration") && EDIT.allows(actor, standing));
        }
    },
    /** Speak about the document: those who write it, and managers. */
    COMMENT("a responder, a manager or a coordinator, or the owner or the incident commander of this postmortem") {
        @Override
        boolean allows(Actor actor, Standing standing) {
            return actor.is("manager") || EDIT.allows(actor, standing);
        }
    },
    /** Say that the external message is posted: those who post it, and whoever leads. */
    POST("support, a customer liaison or the incident commander of this postmortem, or a coordinator") {
        @Override
        boolean allows(Actor actor, Standing standing) {
            return actor.is("support") || standing.isCustomerLiaison(actor.name()) || LEAD.allows(actor, standing);
        }
    },
    /** Drive the process: the owner, and whoever leads. */
    RUN("the owner of this postmortem, its incident commander or a coordinator") {
        @Override
        boolean allows(Actor actor, Standing standing) {
            return actor.name().equals(standing.owner()) || LEAD.allows(actor, standing);
        }
    },
    /** Decide about the process: the incident commander and coordinators. */
    LEAD("the incident commander of this postmortem or a coordinator") {
        @Override
        boolean allows(Actor actor, Standing standing) {
            return actor.is("coordinator") || standing.isIncidentCommander(actor.name());
        }
    },
    /** Decide who may know of the postmortem: whoever runs it, and administrators, who see it in any case. */
    RESTRICT("the owner of this postmortem, its incident commander, a coordinator or an administrator") {
        @Override
        boolean allows(Actor actor, Standing standing) {
            return actor.is("administrator") || RUN.allows(actor, standing);
        }
    };

    private final String who;

    Permission(String who) {
        this.who = who;
    }

    abstract boolean allows(Actor actor, Standing standing);

    /** In words, for a refusal. */
    public String who() {
        return who;
    }
}
