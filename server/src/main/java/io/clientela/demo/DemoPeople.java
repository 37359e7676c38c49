package io.clientela.demo;

import io.clientela.access.Account;
import io.clientela.access.Accounts;
import io.clientela.access.Actors;
import io.clientela.access.DemoAccounts;
import io.clientela.access.Department;
import io.clientela.access.Departments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The departments and the people of the demonstration, one of each role at least. */
@Component
@ConditionalOnProperty("clientela.demo")
class DemoPeople implements DemoAccounts {

    private static final String PASSWORD = "Clientela-demo-2026";

    private static final List<Member> MEMBERS = List.of(
            new Member(
                    "chen",
                    "陈经理",
                    "zh",
                    "华东销售部",
                    "department_head",
                    "部门负责人",
                    "Department head",
                    "Jefe de departamento"),
            new Member("li", "李娜", "zh", "华东销售部", "sales", "销售人员", "Sales", "Ventas"),
            new Member("wang", "王强", "zh", "华东销售部", "sales", "销售人员", "Sales", "Ventas"),
            new Member(
                    "marta",
                    "Marta Gil",
                    "es",
                    "Ventas España",
                    "business_department",
                    "业务部门",
                    "Business department",
                    "Departamento comercial"),
            new Member("pablo", "Pablo Ruiz", "es", "Ventas España", "sales", "销售人员", "Sales", "Ventas"),
            new Member(
                    "emma",
                    "Emma Clarke",
                    "en",
                    "Customer service 客服中心",
                    "customer_service",
                    "客服人员",
                    "Customer service",
                    "Atención al cliente"),
            new Member(
                    "sofia",
                    "Sofía Vidal",
                    "es",
                    "Customer service 客服中心",
                    "service_manager",
                    "客服主管",
                    "Service manager",
                    "Responsable de atención al cliente"),
            new Member(
                    "zhao",
                    "赵敏",
                    "zh",
                    "信息管理部",
                    "data_administrator",
                    "数据管理员",
                    "Data administrator",
                    "Administradora de datos"),
            new Member(
                    "qian",
                    "钱主管",
                    "zh",
                    "信息管理部",
                    "information_manager",
                    "信息主管",
                    "Information manager",
                    "Responsable de información"),
            new Member("sun", "孙总", "zh", "", "general_manager", "总经理", "General manager", "Director general"),
            new Member("laura", "Laura Pons", "es", "Legal 法务部", "legal", "法务人员", "Legal", "Asesoría jurídica"),
            new Member("zhou", "周审计", "zh", "Legal 法务部", "auditor", "审计人员", "Auditor", "Auditor"));

    private final Departments departments;
    private final Accounts accounts;

    DemoPeople(Departments departments, Accounts accounts) {
        this.departments = departments;
        this.accounts = accounts;
    }

    /** Makes departments and accounts; answers those who bring customers in, in a fixed order. */
    List<Account> make() {
        Map<String, Long> made = new HashMap<>();
        List<Account> sellers = new ArrayList<>();
        for (Member member : MEMBERS) {
            OptionalLong department = member.department().isEmpty()
                    ? OptionalLong.empty()
                    : OptionalLong.of(made.computeIfAbsent(member.department(), this::department));
            Account account = accounts.create(
                            Actors.system(),
                            new Accounts.Draft(
                                    member.name(),
                                    member.displayName(),
                                    Optional.of(PASSWORD),
                                    false,
                                    member.language(),
                                    department,
                                    List.of(member.role()),
                                    true))
                    .account();
            if (List.of("sales", "business_department", "department_head").contains(member.role())) {
                sellers.add(account);
            }
        }
        return sellers;
    }

    private long department(String name) {
        return departments
                .create(Actors.system(), new Department(0, name, OptionalLong.empty(), OptionalLong.empty()))
                .id();
    }

    @Override
    public String password() {
        return PASSWORD;
    }

    @Override
    public List<Shown> people() {
        return MEMBERS.stream()
                .map(member -> new Shown(member.name(), member.displayName(), member.zh(), member.en(), member.es()))
                .toList();
    }

    private record Member(
            String name,
            String displayName,
            String language,
            String department,
            String role,
            String zh,
            String en,
            String es) {}
}
