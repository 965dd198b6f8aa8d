package io.hindsight.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.hindsight.query.projection.Projection;
import java.util.List;
import java.util.Map;

/** The arrows of docs/architecture.md. ArchUnit fails a rule that matches nothing; the first test sees that enough was read. */
@AnalyzeClasses(packages = "io.hindsight", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String COMMAND = "io.hindsight.command..";
    private static final String QUERY = "io.hindsight.query..";
    private static final String EVENTS = "io.hindsight.events..";
    private static final String WORDS = "io.hindsight.words..";
    private static final String EVENT_STORE = "io.hindsight.eventstore..";
    private static final String HTTP = "io.hindsight.http..";
    private static final String STANDALONE = "io.hindsight.standalone..";

    /** What takes requests and wires; the rest of the command side is the domain, also a package that is yet to come. */
    private static final DescribedPredicate<JavaClass> DOMAIN = DescribedPredicate.describe(
            "the domain",
            type -> type.getPackageName().startsWith("io.hindsight.command.")
                    && !type.getPackageName().startsWith("io.hindsight.command.web")
                    && !type.getPackageName().startsWith("io.hindsight.command.importing"));

    @ArchTest
    static void every_module_was_read(JavaClasses classes) {
        Map<String, Integer> atLeast = Map.of(
                "events", 20, "words", 10, "eventstore", 10, "http", 20, "command", 60, "query", 60, "standalone", 5);
        atLeast.forEach((module, count) -> assertThat(classes.stream()
                        .filter(type -> (type.getPackageName() + ".").startsWith("io.hindsight." + module + "."))
                        .count())
                .as(module)
                .isGreaterThanOrEqualTo(count));
        assertThat(classes.stream().filter(DOMAIN).count()).isGreaterThan(30);
    }

    @ArchTest
    static final ArchRule the_command_side_does_not_know_the_query_side = noClasses()
            .that()
            .resideInAPackage(COMMAND)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(QUERY, STANDALONE);

    @ArchTest
    static final ArchRule the_query_side_does_not_know_the_command_side = noClasses()
            .that()
            .resideInAPackage(QUERY)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND, STANDALONE);

    @ArchTest
    static final ArchRule the_shared_modules_know_neither_side_nor_each_other = noClasses()
            .that()
            .resideInAPackage(EVENT_STORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND, QUERY, STANDALONE, HTTP);

    @ArchTest
    static final ArchRule the_http_contract_knows_nothing_of_postmortems = noClasses()
            .that()
            .resideInAPackage(HTTP)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(COMMAND, QUERY, STANDALONE, EVENT_STORE, EVENTS, WORDS);

    @ArchTest
    static final ArchRule events_depend_on_the_jdk_only = classes()
            .that()
            .resideInAnyPackage(EVENTS, WORDS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", EVENTS, WORDS);

    @ArchTest
    static final ArchRule the_domain_knows_no_web = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.web..", "org.springframework.http..", "jakarta.servlet..", HTTP);

    @ArchTest
    static final ArchRule the_domain_knows_no_database = noClasses()
            .that(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework.jdbc..", "com.mongodb..", "org.h2..");

    /**
     * All but what writes rows, and what reads them as one caller may see them; it goes through the latter. The queue of
     * reminders is no read model, and what is in it was read through a view.
     */
    private static final DescribedPredicate<JavaClass> READERS = DescribedPredicate.describe(
            "what reads for callers",
            type -> type.getPackageName().startsWith("io.hindsight.query.")
                    && !type.getPackageName().startsWith("io.hindsight.query.projection")
                    && !type.getPackageName().startsWith("io.hindsight.query.visibility")
                    && !type.isAssignableTo(Projection.class)
                    && !List.of("CounterDocument", "Deliveries", "RemindersConfiguration")
                            .contains(type.getSimpleName()));

    @ArchTest
    static final ArchRule endpoints_read_what_their_caller_may_see = noClasses()
            .that(READERS)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.mongodb.client.MongoCollection")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.mongodb.client.MongoDatabase");

    @ArchTest
    static final ArchRule what_once_was_is_read_only_where_it_is_checked_who_may_know_of_it_now = noClasses()
            .that(READERS)
            .and()
            .resideOutsideOfPackages("io.hindsight.query.document..", "io.hindsight.query.fold..")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("PostmortemHistory");

    @ArchTest
    static final ArchRule packages_of_the_command_side_stand_in_order =
            slices().matching("io.hindsight.command.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_the_query_side_stand_in_order =
            slices().matching("io.hindsight.query.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packages_of_the_http_contract_stand_in_order =
            slices().matching("io.hindsight.http.(*)..").should().beFreeOfCycles();
}
