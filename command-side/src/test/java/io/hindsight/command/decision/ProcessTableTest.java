package io.hindsight.command.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What docs/process.md tells of the rules is what they are. */
class ProcessTableTest {
    private static final Path PAGE = Path.of("../docs/process.md");
    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+\\.[a-z-]+)` \\|(.*)\\|$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\./[^)]+Test\\.java)\\)");
    private static final Pattern HANDLING = Pattern.compile("(warn|refuse)s");
    private static final int BY_DEFAULT = 1;

    @TestFactory
    List<DynamicTest> each_row_names_tests_that_are_there() throws IOException {
        return rows().entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey(), () -> assertThat(tests(row.getValue()))
                        .isNotEmpty()
                        .allSatisfy(test -> assertThat(test).exists())))
                .toList();
    }

    @TestFactory
    List<DynamicTest> each_rule_has_its_row_with_what_it_does_by_default_and_a_test_that_knows_it() throws IOException {
        Map<String, String> rows = rows();
        return Arrays.stream(Rule.values())
                .map(rule -> DynamicTest.dynamicTest(rule.setting(), () -> {
                    assertThat(rows).containsKey(rule.id());
                    String row = rows.get(rule.id());
                    if (rule.setting().equals(rule.id())) {
                        assertThat(byDefault(row)).isEqualTo(rule.byDefault() + "s");
                    } else {
                        assertThat(row).contains(rule.setting());
                    }
                    assertThat(tests(row))
                            .anySatisfy(
                                    test -> assertThat(test).content().containsAnyOf(rule.id(), "Rule." + rule.name()));
                }))
                .toList();
    }

    @Test
    void change_rule_takes_what_the_table_says_warns_or_refuses_and_the_parts_that_the_page_names_with_it()
            throws IOException {
        assertThat(rows().entrySet().stream()
                        .filter(row ->
                                HANDLING.matcher(byDefault(row.getValue())).matches())
                        .map(Map.Entry::getKey))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).distinct().toList());
        String changeRule = Files.readAllLines(PAGE).stream()
                .filter(line -> line.contains("`change-rule "))
                .findFirst()
                .orElseThrow();
        assertThat(Arrays.stream(Rule.values())
                        .filter(rule -> !rule.setting().equals(rule.id()))
                        .map(Rule::setting))
                .allSatisfy(part -> assertThat(changeRule).contains("`" + part + "`"));
    }

    @Test
    void the_table_was_found() throws IOException {
        assertThat(rows()).hasSizeGreaterThan(30);
    }

    private static String byDefault(String row) {
        return row.split("\\|")[BY_DEFAULT].strip();
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> rows.put(row.group(1), row.group(2)));
        return rows;
    }

    private static List<Path> tests(String row) {
        return LINK.matcher(row)
                .results()
                .map((MatchResult link) -> PAGE.resolveSibling(link.group(1)).normalize())
                .toList();
    }
}
