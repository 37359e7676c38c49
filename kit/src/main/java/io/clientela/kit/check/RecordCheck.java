package io.clientela.kit.check;

import java.util.List;
import java.util.Map;

/** A rule over several fields of one record, given canonical values by catalogue key; empty where there is nothing to say. */
@FunctionalInterface
public interface RecordCheck {
    List<Finding> check(Map<String, String> values);
}
