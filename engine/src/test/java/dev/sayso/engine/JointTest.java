package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JointTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    One.|Two.|One. Two.
                    Well|, yes.|Well, yes.
                    One. |Two.|One. Two.
                    今天|天气|今天天气
                    今天。|天气|今天。天气
                    はい。|そうです|はい。そうです
                    안녕하세요.|네.|안녕하세요. 네.
                    今天|OK|今天 OK
                    สวัสดี|ครับ|สวัสดีครับ
                    He said|"no".|He said "no".
                    """)
    void aSpaceWhereTheScriptWantsOne(String before, String after, String joined) {
        assertThat(before + Joint.between(before, after) + after).isEqualTo(joined);
    }
}
