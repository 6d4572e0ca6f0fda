"""What the type checker knows of the things of the snapshot; written by `make docs` from the ontology."""

# Kinds stand in several groups: the first that holds all that are asked for counts, and the smallest come first.
# mypy: disable-error-code="overload-overlap"

from collections.abc import Sequence
from typing import Final, Literal, Protocol, TypeAlias, overload

from graph.facts.facts import LinkKey, Properties
from graph.ontology import kinds
from graph.ontology.declaration import Kind
from graph.snapshot.node import Node

FieldName: TypeAlias = Literal["actions", "age", "agreement", "aliases", "amount_sek", "annual_cost_sek", "archive_duty", "arena_type", "assessed_on", "available_since", "available_until", "backup_required", "binding", "body_type", "canonical", "category", "citation", "constraint", "contract_ends", "contract_notice_by", "criticality", "day", "decided_on", "description", "design_basis", "ehds_category", "end_of_life", "ends", "era", "established", "extended_support_ends", "fhir_actors", "fhir_operations", "fhir_profiles", "fhir_resources", "fhir_search_parameters", "file", "format", "formats", "functional_fit", "general_purpose", "goals", "guides_procurement", "headcount", "held_from", "held_until", "in_catalogue", "in_fields", "in_force_since", "inherited_model", "international", "irregularities", "level", "levels", "lifecycle", "managerial_levels", "maturity", "measures", "meetings", "mode", "months_allowed", "must_not_stop", "name", "name_sv", "narrowed_to", "organisation_type", "origin", "outcome", "participants", "pattern", "permanent", "practice_type", "progress", "publication_status", "published", "publisher", "rationale", "real_time", "reason", "reasons", "recommendation", "recurring", "released", "retention_rationale", "scale", "scope", "seen_as_one", "separation_rationale", "standard_type", "starts", "stated_amount", "status", "support_ends", "system_level", "technical_fit", "timing", "transport", "url", "used_since", "used_until", "valid_from", "valid_until", "verified", "version", "year"]

SideName: TypeAlias = Literal["accountable", "accountable_for", "address_of", "addressed_by", "addressed_to", "addresses", "allowed_by", "allows", "applies_from", "applies_through", "asked_for", "asked_of", "assessed_by", "assesses", "behind_facade", "binds", "blocked_by", "blocks", "bound_to", "builds", "built_by", "called_for_by", "calls_for", "carried_by", "carried_out_in", "carries", "carries_out", "concern_of", "concerns", "conformed_to_by", "conforms_to", "consumed_by", "consumes", "contained_in", "contains", "contract_of", "contributes_to", "coordinated_by", "coordinates", "covered_by", "covers", "created_by", "creates", "decided_by", "decides_on", "defined_in", "defines", "demanded_by", "demands", "depends_on", "discussed_in", "discusses", "escalated_from", "escalates_to", "exposed_by", "exposes", "expressed_by", "expresses", "facade_over", "financed_by", "finances", "fronted_by", "fronts", "gathers", "governed_by", "governs", "has_input_on", "has_member", "has_need", "has_part", "has_partner", "has_role", "has_version", "held_at", "helped_by", "holds", "in_sector", "includes", "informed", "informed_by", "input_from", "introduced_by", "introduces", "keeps_data_in", "keeps_data_of", "leads", "leads_to", "led_by", "listed_in", "lists", "mapped_by", "maps_to", "mastered_by", "masters", "mediated_by", "mediates", "meets", "member_of", "met_by", "needed_at", "needed_by", "owned_by", "owns", "paid_by", "part_of", "partner_in", "pays_for", "profile_of", "profiled_by", "profiles", "provided_by", "provides", "published_by", "publishes", "raised_to", "reached_by", "read_by", "reads", "referred_to_in", "refers_to", "required_by", "requires", "retired_by", "retires", "runs_through", "served_by", "serves", "set_by", "sets", "start_of", "started_at", "steered_in", "steers_through", "stored_in", "stores", "succeeded_by", "succeeds", "suited_by", "suits", "superseded_by", "supersedes", "supplied_by", "supplies", "takes_part_in", "takes_up", "under_contract", "under_profile", "used_by", "used_in", "uses", "version_of", "will_be_superseded_by", "will_supersede", "works_at"]

LinkFieldName: TypeAlias = Literal["coverage", "note", "since", "wave"]

class SystemNode(Node):
    """A piece of software that the region has, plans or has retired."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    category: Final[str | None]
    mode: Final[str | None]
    era: Final[str | None]
    origin: Final[str | None]
    lifecycle: Final[str | None]
    used_since: Final[str | None]
    used_until: Final[str | None]
    support_ends: Final[str | None]
    extended_support_ends: Final[str | None]
    end_of_life: Final[str | None]
    functional_fit: Final[str | None]
    technical_fit: Final[str | None]
    recommendation: Final[str | None]
    criticality: Final[str | None]
    design_basis: Final[str | None]
    general_purpose: Final[bool | None]
    inherited_model: Final[bool | None]
    retention_rationale: Final[str | None]
    must_not_stop: Final[bool | None]
    backup_required: Final[bool | None]
    archive_duty: Final[bool | None]
    annual_cost_sek: Final[float | None]
    contract_ends: Final[str | None]
    contract_notice_by: Final[str | None]
    irregularities: Final[Sequence[str] | None]
    exposes: Final[tuple[ApiNode, ...]]
    behind_facade: Final[tuple[ApiNode, ...]]
    provides: Final[tuple[ExchangeNode, ...]]
    consumes: Final[tuple[ExchangeNode, ...]]
    conforms_to: Final[tuple[StandardVersionNode, ...]]
    profiled_by: Final[tuple[StandardVersionNode, ...]]
    depends_on: Final[tuple[SystemNode | ApiNode | SharedStorageNode | IntegrationPlatformNode | DeviceNode, ...]]
    needed_by: Final[tuple[SystemNode | InitiativeNode | DeviceNode, ...]]
    keeps_data_in: Final[tuple[SharedStorageNode, ...]]
    masters: Final[tuple[InformationEntityNode, ...]]
    stores: Final[tuple[InformationEntityNode, ...]]
    reads: Final[tuple[InformationEntityNode, ...]]
    publishes: Final[tuple[InformationEntityNode, ...]]
    serves: Final[tuple[DisciplineNode, ...]]
    succeeds: Final[tuple[SystemNode, ...]]
    succeeded_by: Final[tuple[SystemNode, ...]]
    maps_to: Final[tuple[InformationModelNode, ...]]
    concern_of: Final[tuple[MilestoneNode | RequirementNode | DecisionNode | BudgetNode, ...]]
    allowed_by: Final[tuple[PermissionNode, ...]]
    reached_by: Final[tuple[RouteNode, ...]]
    referred_to_in: Final[tuple[CatalogueNoteNode, ...]]
    owned_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    supplied_by: Final[tuple[OrganisationNode, ...]]
    used_by: Final[tuple[OrganisationNode, ...]]
    in_sector: Final[tuple[CareSectorNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    blocked_by: Final[tuple[DecisionNode | RequirementNode, ...]]
    contained_in: Final[tuple[SteeringObjectNode, ...]]
    retired_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    introduced_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    has_need: Final[tuple[NeedNode, ...]]
    asked_for: Final[tuple[NeedNode, ...]]

class DeviceNode(Node):
    """A measuring or sensing thing that sends data."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    mode: Final[str | None]
    measures: Final[str | None]
    exposes: Final[tuple[ApiNode, ...]]
    provides: Final[tuple[ExchangeNode, ...]]
    consumes: Final[tuple[ExchangeNode, ...]]
    depends_on: Final[tuple[SystemNode | ApiNode | SharedStorageNode | IntegrationPlatformNode | DeviceNode, ...]]
    needed_by: Final[tuple[SystemNode | InitiativeNode | DeviceNode, ...]]
    publishes: Final[tuple[InformationEntityNode, ...]]
    owned_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    supplied_by: Final[tuple[OrganisationNode, ...]]
    used_by: Final[tuple[OrganisationNode, ...]]
    introduced_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    asked_for: Final[tuple[NeedNode, ...]]

class ApiNode(Node):
    """An interface that other systems can call."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    transport: Final[str | None]
    version: Final[str | None]
    available_since: Final[str | None]
    available_until: Final[str | None]
    exposed_by: Final[tuple[SystemNode | IntegrationPlatformNode | SharedStorageNode | DeviceNode, ...]]
    facade_over: Final[tuple[SystemNode | SharedStorageNode, ...]]
    used_in: Final[tuple[ExchangeNode, ...]]
    conforms_to: Final[tuple[StandardVersionNode, ...]]
    profiled_by: Final[tuple[StandardVersionNode, ...]]
    needed_by: Final[tuple[SystemNode | InitiativeNode | DeviceNode, ...]]
    owned_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    supplied_by: Final[tuple[OrganisationNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    contained_in: Final[tuple[SteeringObjectNode, ...]]
    introduced_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]

class ExchangeNode(Node):
    """A flow of information from one provider to its consumers."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    status: Final[str | None]
    timing: Final[str | None]
    transport: Final[str | None]
    format: Final[str | None]
    valid_from: Final[str | None]
    valid_until: Final[str | None]
    established: Final[str | None]
    provided_by: Final[tuple[SystemNode | DeviceNode | SharedStorageNode | IntegrationPlatformNode, ...]]
    consumed_by: Final[tuple[SystemNode | DeviceNode | SharedStorageNode | IntegrationPlatformNode | RoleNode, ...]]
    carries: Final[tuple[InformationEntityNode, ...]]
    runs_through: Final[tuple[ApiNode, ...]]
    mediated_by: Final[tuple[IntegrationPlatformNode, ...]]
    conforms_to: Final[tuple[StandardVersionNode, ...]]
    profiled_by: Final[tuple[StandardVersionNode, ...]]
    addressed_to: Final[tuple[LogicalAddressNode, ...]]
    owned_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    meets: Final[tuple[NeedNode, ...]]
    coordinated_by: Final[tuple[CoordinatorNode, ...]]
    discussed_in: Final[tuple[ArenaNode, ...]]

class IntegrationPlatformNode(Node):
    """A service bus or integration engine that mediates exchanges."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    pattern: Final[str | None]
    lifecycle: Final[str | None]
    exposes: Final[tuple[ApiNode, ...]]
    provides: Final[tuple[ExchangeNode, ...]]
    consumes: Final[tuple[ExchangeNode, ...]]
    mediates: Final[tuple[ExchangeNode, ...]]
    needed_by: Final[tuple[SystemNode | InitiativeNode | DeviceNode, ...]]
    owned_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    supplied_by: Final[tuple[OrganisationNode, ...]]
    used_by: Final[tuple[OrganisationNode, ...]]
    governed_by: Final[tuple[GovernanceBodyNode | RoleNode | OrganisationNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    contained_in: Final[tuple[SteeringObjectNode, ...]]
    introduced_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]

class SharedStorageNode(Node):
    """A storage space that several disciplines or systems share."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    used_since: Final[str | None]
    age: Final[str | None]
    seen_as_one: Final[bool | None]
    separation_rationale: Final[str | None]
    design_basis: Final[str | None]
    exposes: Final[tuple[ApiNode, ...]]
    behind_facade: Final[tuple[ApiNode, ...]]
    provides: Final[tuple[ExchangeNode, ...]]
    consumes: Final[tuple[ExchangeNode, ...]]
    conforms_to: Final[tuple[StandardVersionNode, ...]]
    needed_by: Final[tuple[SystemNode | InitiativeNode | DeviceNode, ...]]
    keeps_data_of: Final[tuple[SystemNode, ...]]
    stores: Final[tuple[InformationEntityNode, ...]]
    serves: Final[tuple[DisciplineNode, ...]]
    concern_of: Final[tuple[MilestoneNode | RequirementNode | DecisionNode | BudgetNode, ...]]
    owned_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    supplied_by: Final[tuple[OrganisationNode, ...]]
    used_by: Final[tuple[OrganisationNode, ...]]
    governed_by: Final[tuple[GovernanceBodyNode | RoleNode | OrganisationNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    contained_in: Final[tuple[SteeringObjectNode, ...]]
    introduced_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    asked_for: Final[tuple[NeedNode, ...]]

class DisciplineNode(Node):
    """A clinical discipline."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    served_by: Final[tuple[SystemNode | SharedStorageNode, ...]]
    covered_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    asked_for: Final[tuple[NeedNode, ...]]

class InformationModelNode(Node):
    """A statement of how information is to be structured."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    version: Final[str | None]
    valid_from: Final[str | None]
    guides_procurement: Final[bool | None]
    defines: Final[tuple[InformationEntityNode, ...]]
    mapped_by: Final[tuple[SystemNode, ...]]
    supersedes: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    superseded_by: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    will_supersede: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    will_be_superseded_by: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    sets: Final[tuple[RequirementNode, ...]]
    concern_of: Final[tuple[MilestoneNode | RequirementNode | DecisionNode | BudgetNode, ...]]
    owned_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    governed_by: Final[tuple[GovernanceBodyNode | RoleNode | OrganisationNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    introduced_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]

class InformationEntityNode(Node):
    """A thing that information is about, such as a diagnosis or a laboratory result."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    ehds_category: Final[str | None]
    carried_by: Final[tuple[ExchangeNode, ...]]
    mastered_by: Final[tuple[SystemNode, ...]]
    stored_in: Final[tuple[SystemNode | SharedStorageNode, ...]]
    read_by: Final[tuple[SystemNode, ...]]
    published_by: Final[tuple[SystemNode | DeviceNode, ...]]
    defined_in: Final[tuple[InformationModelNode, ...]]
    bound_to: Final[tuple[StandardNode | StandardVersionNode, ...]]
    expressed_by: Final[tuple[StandardNode | StandardVersionNode, ...]]
    concern_of: Final[tuple[MilestoneNode | RequirementNode | DecisionNode | BudgetNode, ...]]
    covered_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    called_for_by: Final[tuple[NeedNode, ...]]

class StandardNode(Node):
    """A published standard, profile, terminology or service contract."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    standard_type: Final[str | None]
    levels: Final[Sequence[str] | None]
    publisher: Final[str | None]
    international: Final[bool | None]
    canonical: Final[str | None]
    verified: Final[bool | None]
    binds: Final[tuple[InformationEntityNode, ...]]
    expresses: Final[tuple[InformationEntityNode, ...]]
    has_version: Final[tuple[StandardVersionNode, ...]]
    supersedes: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    superseded_by: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    will_supersede: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    will_be_superseded_by: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    requires: Final[tuple[StandardNode | StandardVersionNode, ...]]
    required_by: Final[tuple[StandardNode | StandardVersionNode, ...]]
    fronts: Final[tuple[StandardNode, ...]]
    fronted_by: Final[tuple[StandardNode, ...]]
    demanded_by: Final[tuple[RequirementNode, ...]]
    suits: Final[tuple[NeedNode, ...]]

class StandardVersionNode(Node):
    """One version of a standard."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    version: Final[str | None]
    released: Final[str | None]
    publication_status: Final[str | None]
    in_catalogue: Final[bool | None]
    irregularities: Final[Sequence[str] | None]
    verified: Final[bool | None]
    conformed_to_by: Final[tuple[ExchangeNode | ApiNode | SystemNode | SharedStorageNode, ...]]
    profiles: Final[tuple[ExchangeNode | ApiNode | SystemNode, ...]]
    binds: Final[tuple[InformationEntityNode, ...]]
    expresses: Final[tuple[InformationEntityNode, ...]]
    version_of: Final[tuple[StandardNode, ...]]
    supersedes: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    superseded_by: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    will_supersede: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    will_be_superseded_by: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    requires: Final[tuple[StandardNode | StandardVersionNode, ...]]
    required_by: Final[tuple[StandardNode | StandardVersionNode, ...]]
    demanded_by: Final[tuple[RequirementNode, ...]]
    contract_of: Final[tuple[PermissionNode | RouteNode, ...]]
    profile_of: Final[tuple[RouteNode, ...]]
    referred_to_in: Final[tuple[CatalogueNoteNode, ...]]
    suits: Final[tuple[NeedNode, ...]]

class RegulationNode(Node):
    """A law, an ordinance or a policy."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    citation: Final[str | None]
    in_force_since: Final[str | None]
    binding: Final[bool | None]
    supersedes: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    superseded_by: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    will_supersede: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    will_be_superseded_by: Final[tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]]
    sets: Final[tuple[RequirementNode, ...]]
    applies_from: Final[tuple[MilestoneNode, ...]]

class MilestoneNode(Node):
    """A day from which something in a regulation applies."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    day: Final[str | None]
    origin: Final[str | None]
    applies_through: Final[tuple[RegulationNode, ...]]
    concerns: Final[tuple[SystemNode | InformationEntityNode | InformationModelNode | InitiativeNode | ProcurementNode | SharedStorageNode | OrganisationNode, ...]]

class RequirementNode(Node):
    """Something that a product or an exchange shall or should satisfy."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    level: Final[str | None]
    rationale: Final[str | None]
    fhir_resources: Final[Sequence[str] | None]
    fhir_search_parameters: Final[Sequence[str] | None]
    fhir_operations: Final[Sequence[str] | None]
    fhir_profiles: Final[Sequence[str] | None]
    fhir_actors: Final[Sequence[str] | None]
    formats: Final[Sequence[str] | None]
    set_by: Final[tuple[RegulationNode | InformationModelNode, ...]]
    listed_in: Final[tuple[RequirementSetNode, ...]]
    demands: Final[tuple[StandardNode | StandardVersionNode, ...]]
    concerns: Final[tuple[SystemNode | InformationEntityNode | InformationModelNode | InitiativeNode | ProcurementNode | SharedStorageNode | OrganisationNode, ...]]
    blocks: Final[tuple[SystemNode | InitiativeNode | ProcurementNode, ...]]

class RequirementSetNode(Node):
    """Requirements that are judged together, for instance in a procurement."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    version: Final[str | None]
    lists: Final[tuple[RequirementNode, ...]]

class LogicalAddressNode(Node):
    """The organisation or unit that a call is about."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    irregularities: Final[Sequence[str] | None]
    address_of: Final[tuple[PermissionNode | RouteNode | ExchangeNode, ...]]
    referred_to_in: Final[tuple[CatalogueNoteNode, ...]]

class PermissionNode(Node):
    """That a consumer may call a service contract for a logical address."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    valid_from: Final[str | None]
    valid_until: Final[str | None]
    agreement: Final[str | None]
    narrowed_to: Final[Sequence[str] | None]
    irregularities: Final[Sequence[str] | None]
    allows: Final[tuple[SystemNode, ...]]
    under_contract: Final[tuple[StandardVersionNode, ...]]
    addressed_to: Final[tuple[LogicalAddressNode, ...]]

class RouteNode(Node):
    """Where calls of a service contract for a logical address go."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    valid_from: Final[str | None]
    valid_until: Final[str | None]
    url: Final[str | None]
    irregularities: Final[Sequence[str] | None]
    leads_to: Final[tuple[SystemNode, ...]]
    under_contract: Final[tuple[StandardVersionNode, ...]]
    addressed_to: Final[tuple[LogicalAddressNode, ...]]
    under_profile: Final[tuple[StandardVersionNode, ...]]

class CatalogueNoteNode(Node):
    """A row of an addressing catalogue that was set aside when it was read, or a list of it without rows."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    reasons: Final[Sequence[str] | None]
    in_fields: Final[Sequence[str] | None]
    refers_to: Final[tuple[SystemNode | StandardVersionNode | LogicalAddressNode, ...]]

class OrganisationNode(Node):
    """A region, hospital, municipality, authority, vendor or other organisation."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    organisation_type: Final[str | None]
    concern_of: Final[tuple[MilestoneNode | RequirementNode | DecisionNode | BudgetNode, ...]]
    owns: Final[tuple[SystemNode | DeviceNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode, ...]]
    supplies: Final[tuple[SystemNode | DeviceNode | ApiNode | IntegrationPlatformNode | SharedStorageNode, ...]]
    uses: Final[tuple[SystemNode | SharedStorageNode | DeviceNode | IntegrationPlatformNode, ...]]
    in_sector: Final[tuple[CareSectorNode, ...]]
    part_of: Final[tuple[OrganisationNode, ...]]
    has_part: Final[tuple[OrganisationNode | GovernanceBodyNode | CareSectorNode | FundNode | SteeringModelNode, ...]]
    has_role: Final[tuple[RoleNode | CoordinatorNode, ...]]
    member_of: Final[tuple[GovernanceBodyNode, ...]]
    governs: Final[tuple[InformationModelNode | IntegrationPlatformNode | SharedStorageNode | SteeringModelNode | OrganisationNode | CareSectorNode | CapabilityNode, ...]]
    governed_by: Final[tuple[GovernanceBodyNode | RoleNode | OrganisationNode, ...]]
    has_input_on: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    decides_on: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    accountable_for: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    leads: Final[tuple[InitiativeNode | ProcurementNode | SteeringObjectNode | SteeringModelNode | FundNode, ...]]
    covered_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    partner_in: Final[tuple[InitiativeNode, ...]]
    financed_by: Final[tuple[BudgetNode, ...]]
    start_of: Final[tuple[FundNode, ...]]
    holds: Final[tuple[MaturityAssessmentNode | CapabilityNode | PracticeNode, ...]]
    has_need: Final[tuple[NeedNode, ...]]
    asked_for: Final[tuple[NeedNode, ...]]
    takes_part_in: Final[tuple[ArenaNode, ...]]

class CareSectorNode(Node):
    """A part of care, such as primary care or hospital care."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    includes: Final[tuple[SystemNode | OrganisationNode, ...]]
    part_of: Final[tuple[OrganisationNode, ...]]
    governed_by: Final[tuple[GovernanceBodyNode | RoleNode | OrganisationNode, ...]]
    covered_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    financed_by: Final[tuple[BudgetNode, ...]]
    has_need: Final[tuple[NeedNode, ...]]
    asked_for: Final[tuple[NeedNode, ...]]

class GovernanceBodyNode(Node):
    """A group that takes or prepares decisions."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    body_type: Final[str | None]
    managerial_levels: Final[Sequence[str] | None]
    owns: Final[tuple[SystemNode | DeviceNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode, ...]]
    part_of: Final[tuple[OrganisationNode, ...]]
    member_of: Final[tuple[GovernanceBodyNode, ...]]
    has_member: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    escalates_to: Final[tuple[GovernanceBodyNode, ...]]
    escalated_from: Final[tuple[GovernanceBodyNode, ...]]
    governs: Final[tuple[InformationModelNode | IntegrationPlatformNode | SharedStorageNode | SteeringModelNode | OrganisationNode | CareSectorNode | CapabilityNode, ...]]
    has_input_on: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    decides_on: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    accountable_for: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    takes_up: Final[tuple[DecisionNode, ...]]

class RoleNode(Node):
    """A designation; never a person."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    managerial_levels: Final[Sequence[str] | None]
    consumes: Final[tuple[ExchangeNode, ...]]
    owns: Final[tuple[SystemNode | DeviceNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode, ...]]
    works_at: Final[tuple[OrganisationNode, ...]]
    member_of: Final[tuple[GovernanceBodyNode, ...]]
    governs: Final[tuple[InformationModelNode | IntegrationPlatformNode | SharedStorageNode | SteeringModelNode | OrganisationNode | CareSectorNode | CapabilityNode, ...]]
    has_input_on: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    decides_on: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    accountable_for: Final[tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]]
    leads: Final[tuple[InitiativeNode | ProcurementNode | SteeringObjectNode | SteeringModelNode | FundNode, ...]]
    informed: Final[tuple[DocumentNode, ...]]
    partner_in: Final[tuple[InitiativeNode, ...]]
    has_need: Final[tuple[NeedNode, ...]]
    asked_for: Final[tuple[NeedNode, ...]]
    takes_part_in: Final[tuple[ArenaNode, ...]]

class CoordinatorNode(Node):
    """A role that integrates resources across organisations."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    permanent: Final[bool | None]
    headcount: Final[int | None]
    works_at: Final[tuple[OrganisationNode, ...]]
    builds: Final[tuple[CapabilityNode, ...]]
    coordinates: Final[tuple[NeedNode | ExchangeNode | InitiativeNode, ...]]
    creates: Final[tuple[ArenaNode, ...]]
    takes_part_in: Final[tuple[ArenaNode, ...]]

class ArenaNode(Node):
    """A forum where parties meet over something shared."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    arena_type: Final[str | None]
    held_from: Final[str | None]
    held_until: Final[str | None]
    meetings: Final[int | None]
    participants: Final[str | None]
    created_by: Final[tuple[CoordinatorNode, ...]]
    gathers: Final[tuple[OrganisationNode | CoordinatorNode | RoleNode, ...]]
    discusses: Final[tuple[NeedNode | ExchangeNode | InitiativeNode | DecisionNode, ...]]

class DecisionNode(Node):
    """Something that is or has been decided."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    decided_on: Final[str | None]
    outcome: Final[str | None]
    constraint: Final[str | None]
    actions: Final[Sequence[str] | None]
    managerial_levels: Final[Sequence[str] | None]
    concerns: Final[tuple[SystemNode | InformationEntityNode | InformationModelNode | InitiativeNode | ProcurementNode | SharedStorageNode | OrganisationNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    raised_to: Final[tuple[GovernanceBodyNode, ...]]
    blocks: Final[tuple[SystemNode | InitiativeNode | ProcurementNode, ...]]
    carried_out_in: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    discussed_in: Final[tuple[ArenaNode, ...]]

class SteeringModelNode(Node):
    """A model of how IT is steered, such as pm3."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    part_of: Final[tuple[OrganisationNode, ...]]
    governed_by: Final[tuple[GovernanceBodyNode | RoleNode | OrganisationNode, ...]]
    steers_through: Final[tuple[SteeringObjectNode, ...]]
    led_by: Final[tuple[RoleNode | OrganisationNode, ...]]

class SteeringObjectNode(Node):
    """A pm3-style object of steering, with its object leaders."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    steered_in: Final[tuple[SteeringModelNode, ...]]
    contains: Final[tuple[SystemNode | IntegrationPlatformNode | SharedStorageNode | ApiNode, ...]]
    led_by: Final[tuple[RoleNode | OrganisationNode, ...]]

class InitiativeNode(Node):
    """A project or programme that changes something."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    mode: Final[str | None]
    progress: Final[str | None]
    starts: Final[str | None]
    ends: Final[str | None]
    scope: Final[str | None]
    goals: Final[str | None]
    actions: Final[Sequence[str] | None]
    managerial_levels: Final[Sequence[str] | None]
    depends_on: Final[tuple[SystemNode | ApiNode | SharedStorageNode | IntegrationPlatformNode | DeviceNode, ...]]
    concern_of: Final[tuple[MilestoneNode | RequirementNode | DecisionNode | BudgetNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    blocked_by: Final[tuple[DecisionNode | RequirementNode, ...]]
    led_by: Final[tuple[RoleNode | OrganisationNode, ...]]
    retires: Final[tuple[SystemNode, ...]]
    introduces: Final[tuple[SystemNode | DeviceNode | ApiNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | PracticeNode, ...]]
    covers: Final[tuple[DisciplineNode | CareSectorNode | InformationEntityNode | OrganisationNode, ...]]
    has_partner: Final[tuple[OrganisationNode | RoleNode, ...]]
    carries_out: Final[tuple[DecisionNode, ...]]
    financed_by: Final[tuple[BudgetNode, ...]]
    paid_by: Final[tuple[FundNode, ...]]
    addresses: Final[tuple[NeedNode, ...]]
    builds: Final[tuple[CapabilityNode, ...]]
    coordinated_by: Final[tuple[CoordinatorNode, ...]]
    discussed_in: Final[tuple[ArenaNode, ...]]

class ProcurementNode(Node):
    """A purchase of a product or service."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    progress: Final[str | None]
    starts: Final[str | None]
    ends: Final[str | None]
    months_allowed: Final[int | None]
    actions: Final[Sequence[str] | None]
    managerial_levels: Final[Sequence[str] | None]
    concern_of: Final[tuple[MilestoneNode | RequirementNode | DecisionNode | BudgetNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    blocked_by: Final[tuple[DecisionNode | RequirementNode, ...]]
    led_by: Final[tuple[RoleNode | OrganisationNode, ...]]
    retires: Final[tuple[SystemNode, ...]]
    introduces: Final[tuple[SystemNode | DeviceNode | ApiNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | PracticeNode, ...]]
    covers: Final[tuple[DisciplineNode | CareSectorNode | InformationEntityNode | OrganisationNode, ...]]
    carries_out: Final[tuple[DecisionNode, ...]]
    financed_by: Final[tuple[BudgetNode, ...]]
    paid_by: Final[tuple[FundNode, ...]]
    addresses: Final[tuple[NeedNode, ...]]

class BudgetNode(Node):
    """Money set aside for something."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    year: Final[int | None]
    amount_sek: Final[float | None]
    stated_amount: Final[str | None]
    recurring: Final[bool | None]
    concerns: Final[tuple[SystemNode | InformationEntityNode | InformationModelNode | InitiativeNode | ProcurementNode | SharedStorageNode | OrganisationNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    finances: Final[tuple[InitiativeNode | ProcurementNode | OrganisationNode | FundNode | CareSectorNode, ...]]

class FundNode(Node):
    """A source of money for initiatives."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    part_of: Final[tuple[OrganisationNode, ...]]
    input_from: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    decided_by: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    accountable: Final[tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]]
    led_by: Final[tuple[RoleNode | OrganisationNode, ...]]
    financed_by: Final[tuple[BudgetNode, ...]]
    pays_for: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    started_at: Final[tuple[OrganisationNode, ...]]

class CapabilityNode(Node):
    """What an organisation is able to do."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    governed_by: Final[tuple[GovernanceBodyNode | RoleNode | OrganisationNode, ...]]
    built_by: Final[tuple[PracticeNode | InitiativeNode | CoordinatorNode, ...]]
    contributes_to: Final[tuple[CapabilityNode, ...]]
    helped_by: Final[tuple[CapabilityNode, ...]]
    assessed_by: Final[tuple[MaturityAssessmentNode, ...]]
    held_at: Final[tuple[OrganisationNode, ...]]

class MaturityAssessmentNode(Node):
    """How mature a capability was at one time."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    assessed_on: Final[str | None]
    maturity: Final[int | None]
    scale: Final[str | None]
    assesses: Final[tuple[CapabilityNode, ...]]
    held_at: Final[tuple[OrganisationNode, ...]]

class PracticeNode(Node):
    """A way of working that builds a capability."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    practice_type: Final[str | None]
    system_level: Final[str | None]
    introduced_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    builds: Final[tuple[CapabilityNode, ...]]
    held_at: Final[tuple[OrganisationNode, ...]]

class NeedNode(Node):
    """Something that somebody needs information for."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    real_time: Final[bool | None]
    reason: Final[str | None]
    addressed_by: Final[tuple[InitiativeNode | ProcurementNode, ...]]
    needed_at: Final[tuple[OrganisationNode | CareSectorNode | RoleNode | SystemNode, ...]]
    asked_of: Final[tuple[OrganisationNode | CareSectorNode | SystemNode | DeviceNode | SharedStorageNode | DisciplineNode | RoleNode, ...]]
    calls_for: Final[tuple[InformationEntityNode, ...]]
    suited_by: Final[tuple[StandardNode | StandardVersionNode, ...]]
    met_by: Final[tuple[ExchangeNode, ...]]
    coordinated_by: Final[tuple[CoordinatorNode, ...]]
    discussed_in: Final[tuple[ArenaNode, ...]]

class DocumentNode(Node):
    """A text that facts are taken from."""

    name: Final[str | None]
    name_sv: Final[str | None]
    description: Final[str | None]
    aliases: Final[Sequence[str] | None]
    published: Final[str | None]
    file: Final[str | None]
    informed_by: Final[tuple[RoleNode, ...]]

EndpointNode: TypeAlias = SystemNode | DeviceNode | SharedStorageNode | IntegrationPlatformNode

DatedNode: TypeAlias = StandardNode | StandardVersionNode | RegulationNode | InformationModelNode

AssetNode: TypeAlias = SystemNode | DeviceNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode

ChangeNode: TypeAlias = InitiativeNode | ProcurementNode

PartyNode: TypeAlias = OrganisationNode | GovernanceBodyNode | RoleNode

GovernedNode: TypeAlias = SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode

class FieldOf(Protocol):
    """Reads a field of any node."""

    @overload
    def __call__(self, name: Literal["age", "agreement", "arena_type", "assessed_on", "available_since", "available_until", "body_type", "canonical", "category", "citation", "constraint", "contract_ends", "contract_notice_by", "criticality", "day", "decided_on", "description", "design_basis", "ehds_category", "end_of_life", "ends", "era", "established", "extended_support_ends", "file", "format", "functional_fit", "goals", "held_from", "held_until", "in_force_since", "level", "lifecycle", "measures", "mode", "name", "name_sv", "organisation_type", "origin", "outcome", "participants", "pattern", "practice_type", "progress", "publication_status", "published", "publisher", "rationale", "reason", "recommendation", "released", "retention_rationale", "scale", "scope", "separation_rationale", "standard_type", "starts", "stated_amount", "status", "support_ends", "system_level", "technical_fit", "timing", "transport", "url", "used_since", "used_until", "valid_from", "valid_until", "version"], /) -> str | None: ...
    @overload
    def __call__(self, name: Literal["actions", "aliases", "fhir_actors", "fhir_operations", "fhir_profiles", "fhir_resources", "fhir_search_parameters", "formats", "in_fields", "irregularities", "levels", "managerial_levels", "narrowed_to", "reasons"], /) -> Sequence[str] | None: ...
    @overload
    def __call__(self, name: Literal["archive_duty", "backup_required", "binding", "general_purpose", "guides_procurement", "in_catalogue", "inherited_model", "international", "must_not_stop", "permanent", "real_time", "recurring", "seen_as_one", "verified"], /) -> bool | None: ...
    @overload
    def __call__(self, name: Literal["amount_sek", "annual_cost_sek"], /) -> float | None: ...
    @overload
    def __call__(self, name: Literal["headcount", "maturity", "meetings", "months_allowed", "year"], /) -> int | None: ...

class SideOf(Protocol):
    """Reads a side of any node."""

    @overload
    def __call__(self, name: Literal["behind_facade", "exposes", "runs_through"], /) -> tuple[ApiNode, ...]: ...
    @overload
    def __call__(self, name: Literal["carried_by", "consumes", "mediates", "met_by", "provides", "used_in"], /) -> tuple[ExchangeNode, ...]: ...
    @overload
    def __call__(self, name: Literal["conforms_to", "has_version", "profiled_by", "under_contract", "under_profile"], /) -> tuple[StandardVersionNode, ...]: ...
    @overload
    def __call__(self, name: Literal["depends_on"], /) -> tuple[SystemNode | ApiNode | SharedStorageNode | IntegrationPlatformNode | DeviceNode, ...]: ...
    @overload
    def __call__(self, name: Literal["needed_by"], /) -> tuple[SystemNode | InitiativeNode | DeviceNode, ...]: ...
    @overload
    def __call__(self, name: Literal["keeps_data_in"], /) -> tuple[SharedStorageNode, ...]: ...
    @overload
    def __call__(self, name: Literal["binds", "calls_for", "carries", "defines", "expresses", "masters", "publishes", "reads", "stores"], /) -> tuple[InformationEntityNode, ...]: ...
    @overload
    def __call__(self, name: Literal["serves"], /) -> tuple[DisciplineNode, ...]: ...
    @overload
    def __call__(self, name: Literal["allows", "keeps_data_of", "leads_to", "mapped_by", "mastered_by", "read_by", "retires", "succeeded_by", "succeeds"], /) -> tuple[SystemNode, ...]: ...
    @overload
    def __call__(self, name: Literal["defined_in", "maps_to"], /) -> tuple[InformationModelNode, ...]: ...
    @overload
    def __call__(self, name: Literal["concern_of"], /) -> tuple[MilestoneNode | RequirementNode | DecisionNode | BudgetNode, ...]: ...
    @overload
    def __call__(self, name: Literal["allowed_by"], /) -> tuple[PermissionNode, ...]: ...
    @overload
    def __call__(self, name: Literal["profile_of", "reached_by"], /) -> tuple[RouteNode, ...]: ...
    @overload
    def __call__(self, name: Literal["referred_to_in"], /) -> tuple[CatalogueNoteNode, ...]: ...
    @overload
    def __call__(self, name: Literal["accountable", "decided_by", "has_member", "input_from", "owned_by"], /) -> tuple[OrganisationNode | GovernanceBodyNode | RoleNode, ...]: ...
    @overload
    def __call__(self, name: Literal["held_at", "part_of", "started_at", "supplied_by", "used_by", "works_at"], /) -> tuple[OrganisationNode, ...]: ...
    @overload
    def __call__(self, name: Literal["in_sector"], /) -> tuple[CareSectorNode, ...]: ...
    @overload
    def __call__(self, name: Literal["blocked_by"], /) -> tuple[DecisionNode | RequirementNode, ...]: ...
    @overload
    def __call__(self, name: Literal["contained_in", "steers_through"], /) -> tuple[SteeringObjectNode, ...]: ...
    @overload
    def __call__(self, name: Literal["addressed_by", "carried_out_in", "covered_by", "introduced_by", "pays_for", "retired_by"], /) -> tuple[InitiativeNode | ProcurementNode, ...]: ...
    @overload
    def __call__(self, name: Literal["addresses", "asked_for", "called_for_by", "has_need", "meets", "suits"], /) -> tuple[NeedNode, ...]: ...
    @overload
    def __call__(self, name: Literal["exposed_by"], /) -> tuple[SystemNode | IntegrationPlatformNode | SharedStorageNode | DeviceNode, ...]: ...
    @overload
    def __call__(self, name: Literal["facade_over", "served_by", "stored_in"], /) -> tuple[SystemNode | SharedStorageNode, ...]: ...
    @overload
    def __call__(self, name: Literal["provided_by"], /) -> tuple[SystemNode | DeviceNode | SharedStorageNode | IntegrationPlatformNode, ...]: ...
    @overload
    def __call__(self, name: Literal["consumed_by"], /) -> tuple[SystemNode | DeviceNode | SharedStorageNode | IntegrationPlatformNode | RoleNode, ...]: ...
    @overload
    def __call__(self, name: Literal["mediated_by"], /) -> tuple[IntegrationPlatformNode, ...]: ...
    @overload
    def __call__(self, name: Literal["addressed_to"], /) -> tuple[LogicalAddressNode, ...]: ...
    @overload
    def __call__(self, name: Literal["coordinated_by", "created_by"], /) -> tuple[CoordinatorNode, ...]: ...
    @overload
    def __call__(self, name: Literal["creates", "discussed_in", "takes_part_in"], /) -> tuple[ArenaNode, ...]: ...
    @overload
    def __call__(self, name: Literal["governed_by"], /) -> tuple[GovernanceBodyNode | RoleNode | OrganisationNode, ...]: ...
    @overload
    def __call__(self, name: Literal["superseded_by", "supersedes", "will_be_superseded_by", "will_supersede"], /) -> tuple[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode, ...]: ...
    @overload
    def __call__(self, name: Literal["demanded_by", "lists", "sets"], /) -> tuple[RequirementNode, ...]: ...
    @overload
    def __call__(self, name: Literal["published_by"], /) -> tuple[SystemNode | DeviceNode, ...]: ...
    @overload
    def __call__(self, name: Literal["bound_to", "demands", "expressed_by", "required_by", "requires", "suited_by"], /) -> tuple[StandardNode | StandardVersionNode, ...]: ...
    @overload
    def __call__(self, name: Literal["fronted_by", "fronts", "version_of"], /) -> tuple[StandardNode, ...]: ...
    @overload
    def __call__(self, name: Literal["conformed_to_by"], /) -> tuple[ExchangeNode | ApiNode | SystemNode | SharedStorageNode, ...]: ...
    @overload
    def __call__(self, name: Literal["profiles"], /) -> tuple[ExchangeNode | ApiNode | SystemNode, ...]: ...
    @overload
    def __call__(self, name: Literal["contract_of"], /) -> tuple[PermissionNode | RouteNode, ...]: ...
    @overload
    def __call__(self, name: Literal["applies_from"], /) -> tuple[MilestoneNode, ...]: ...
    @overload
    def __call__(self, name: Literal["applies_through"], /) -> tuple[RegulationNode, ...]: ...
    @overload
    def __call__(self, name: Literal["concerns"], /) -> tuple[SystemNode | InformationEntityNode | InformationModelNode | InitiativeNode | ProcurementNode | SharedStorageNode | OrganisationNode, ...]: ...
    @overload
    def __call__(self, name: Literal["set_by"], /) -> tuple[RegulationNode | InformationModelNode, ...]: ...
    @overload
    def __call__(self, name: Literal["listed_in"], /) -> tuple[RequirementSetNode, ...]: ...
    @overload
    def __call__(self, name: Literal["blocks"], /) -> tuple[SystemNode | InitiativeNode | ProcurementNode, ...]: ...
    @overload
    def __call__(self, name: Literal["address_of"], /) -> tuple[PermissionNode | RouteNode | ExchangeNode, ...]: ...
    @overload
    def __call__(self, name: Literal["refers_to"], /) -> tuple[SystemNode | StandardVersionNode | LogicalAddressNode, ...]: ...
    @overload
    def __call__(self, name: Literal["owns"], /) -> tuple[SystemNode | DeviceNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode, ...]: ...
    @overload
    def __call__(self, name: Literal["supplies"], /) -> tuple[SystemNode | DeviceNode | ApiNode | IntegrationPlatformNode | SharedStorageNode, ...]: ...
    @overload
    def __call__(self, name: Literal["uses"], /) -> tuple[SystemNode | SharedStorageNode | DeviceNode | IntegrationPlatformNode, ...]: ...
    @overload
    def __call__(self, name: Literal["has_part"], /) -> tuple[OrganisationNode | GovernanceBodyNode | CareSectorNode | FundNode | SteeringModelNode, ...]: ...
    @overload
    def __call__(self, name: Literal["has_role"], /) -> tuple[RoleNode | CoordinatorNode, ...]: ...
    @overload
    def __call__(self, name: Literal["escalated_from", "escalates_to", "member_of", "raised_to"], /) -> tuple[GovernanceBodyNode, ...]: ...
    @overload
    def __call__(self, name: Literal["governs"], /) -> tuple[InformationModelNode | IntegrationPlatformNode | SharedStorageNode | SteeringModelNode | OrganisationNode | CareSectorNode | CapabilityNode, ...]: ...
    @overload
    def __call__(self, name: Literal["accountable_for", "decides_on", "has_input_on"], /) -> tuple[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode, ...]: ...
    @overload
    def __call__(self, name: Literal["leads"], /) -> tuple[InitiativeNode | ProcurementNode | SteeringObjectNode | SteeringModelNode | FundNode, ...]: ...
    @overload
    def __call__(self, name: Literal["partner_in"], /) -> tuple[InitiativeNode, ...]: ...
    @overload
    def __call__(self, name: Literal["financed_by"], /) -> tuple[BudgetNode, ...]: ...
    @overload
    def __call__(self, name: Literal["paid_by", "start_of"], /) -> tuple[FundNode, ...]: ...
    @overload
    def __call__(self, name: Literal["holds"], /) -> tuple[MaturityAssessmentNode | CapabilityNode | PracticeNode, ...]: ...
    @overload
    def __call__(self, name: Literal["includes"], /) -> tuple[SystemNode | OrganisationNode, ...]: ...
    @overload
    def __call__(self, name: Literal["carries_out", "takes_up"], /) -> tuple[DecisionNode, ...]: ...
    @overload
    def __call__(self, name: Literal["informed"], /) -> tuple[DocumentNode, ...]: ...
    @overload
    def __call__(self, name: Literal["assesses", "builds", "contributes_to", "helped_by"], /) -> tuple[CapabilityNode, ...]: ...
    @overload
    def __call__(self, name: Literal["coordinates"], /) -> tuple[NeedNode | ExchangeNode | InitiativeNode, ...]: ...
    @overload
    def __call__(self, name: Literal["gathers"], /) -> tuple[OrganisationNode | CoordinatorNode | RoleNode, ...]: ...
    @overload
    def __call__(self, name: Literal["discusses"], /) -> tuple[NeedNode | ExchangeNode | InitiativeNode | DecisionNode, ...]: ...
    @overload
    def __call__(self, name: Literal["led_by"], /) -> tuple[RoleNode | OrganisationNode, ...]: ...
    @overload
    def __call__(self, name: Literal["steered_in"], /) -> tuple[SteeringModelNode, ...]: ...
    @overload
    def __call__(self, name: Literal["contains"], /) -> tuple[SystemNode | IntegrationPlatformNode | SharedStorageNode | ApiNode, ...]: ...
    @overload
    def __call__(self, name: Literal["introduces"], /) -> tuple[SystemNode | DeviceNode | ApiNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | PracticeNode, ...]: ...
    @overload
    def __call__(self, name: Literal["covers"], /) -> tuple[DisciplineNode | CareSectorNode | InformationEntityNode | OrganisationNode, ...]: ...
    @overload
    def __call__(self, name: Literal["has_partner"], /) -> tuple[OrganisationNode | RoleNode, ...]: ...
    @overload
    def __call__(self, name: Literal["finances"], /) -> tuple[InitiativeNode | ProcurementNode | OrganisationNode | FundNode | CareSectorNode, ...]: ...
    @overload
    def __call__(self, name: Literal["built_by"], /) -> tuple[PracticeNode | InitiativeNode | CoordinatorNode, ...]: ...
    @overload
    def __call__(self, name: Literal["assessed_by"], /) -> tuple[MaturityAssessmentNode, ...]: ...
    @overload
    def __call__(self, name: Literal["needed_at"], /) -> tuple[OrganisationNode | CareSectorNode | RoleNode | SystemNode, ...]: ...
    @overload
    def __call__(self, name: Literal["asked_of"], /) -> tuple[OrganisationNode | CareSectorNode | SystemNode | DeviceNode | SharedStorageNode | DisciplineNode | RoleNode, ...]: ...
    @overload
    def __call__(self, name: Literal["informed_by"], /) -> tuple[RoleNode, ...]: ...

CLASSES: Final[dict[str, type[Node]]]

def new_node(
    kind: str,
    id: str,
    sort_key: str,
    fields: Properties,
    born: int = 0,
    run: int = 0,
    datasets: tuple[str, ...] = (),
) -> Node:
    """A thing of the kind."""

class Things:
    """The things of a snapshot by their kind, and what is said of their relations."""

    _of: dict[str, dict[str, Node]]
    _said: dict[LinkKey, Properties]
    def __init__(self) -> None: ...
    @overload
    def all(self, kind: type[kinds.System], /) -> list[SystemNode]: ...
    @overload
    def all(self, kind: type[kinds.Device], /) -> list[DeviceNode]: ...
    @overload
    def all(self, kind: type[kinds.Api], /) -> list[ApiNode]: ...
    @overload
    def all(self, kind: type[kinds.Exchange], /) -> list[ExchangeNode]: ...
    @overload
    def all(self, kind: type[kinds.IntegrationPlatform], /) -> list[IntegrationPlatformNode]: ...
    @overload
    def all(self, kind: type[kinds.SharedStorage], /) -> list[SharedStorageNode]: ...
    @overload
    def all(self, kind: type[kinds.Discipline], /) -> list[DisciplineNode]: ...
    @overload
    def all(self, kind: type[kinds.InformationModel], /) -> list[InformationModelNode]: ...
    @overload
    def all(self, kind: type[kinds.InformationEntity], /) -> list[InformationEntityNode]: ...
    @overload
    def all(self, kind: type[kinds.Standard], /) -> list[StandardNode]: ...
    @overload
    def all(self, kind: type[kinds.StandardVersion], /) -> list[StandardVersionNode]: ...
    @overload
    def all(self, kind: type[kinds.Regulation], /) -> list[RegulationNode]: ...
    @overload
    def all(self, kind: type[kinds.Milestone], /) -> list[MilestoneNode]: ...
    @overload
    def all(self, kind: type[kinds.Requirement], /) -> list[RequirementNode]: ...
    @overload
    def all(self, kind: type[kinds.RequirementSet], /) -> list[RequirementSetNode]: ...
    @overload
    def all(self, kind: type[kinds.LogicalAddress], /) -> list[LogicalAddressNode]: ...
    @overload
    def all(self, kind: type[kinds.Permission], /) -> list[PermissionNode]: ...
    @overload
    def all(self, kind: type[kinds.Route], /) -> list[RouteNode]: ...
    @overload
    def all(self, kind: type[kinds.CatalogueNote], /) -> list[CatalogueNoteNode]: ...
    @overload
    def all(self, kind: type[kinds.Organisation], /) -> list[OrganisationNode]: ...
    @overload
    def all(self, kind: type[kinds.CareSector], /) -> list[CareSectorNode]: ...
    @overload
    def all(self, kind: type[kinds.GovernanceBody], /) -> list[GovernanceBodyNode]: ...
    @overload
    def all(self, kind: type[kinds.Role], /) -> list[RoleNode]: ...
    @overload
    def all(self, kind: type[kinds.Coordinator], /) -> list[CoordinatorNode]: ...
    @overload
    def all(self, kind: type[kinds.Arena], /) -> list[ArenaNode]: ...
    @overload
    def all(self, kind: type[kinds.Decision], /) -> list[DecisionNode]: ...
    @overload
    def all(self, kind: type[kinds.SteeringModel], /) -> list[SteeringModelNode]: ...
    @overload
    def all(self, kind: type[kinds.SteeringObject], /) -> list[SteeringObjectNode]: ...
    @overload
    def all(self, kind: type[kinds.Initiative], /) -> list[InitiativeNode]: ...
    @overload
    def all(self, kind: type[kinds.Procurement], /) -> list[ProcurementNode]: ...
    @overload
    def all(self, kind: type[kinds.Budget], /) -> list[BudgetNode]: ...
    @overload
    def all(self, kind: type[kinds.Fund], /) -> list[FundNode]: ...
    @overload
    def all(self, kind: type[kinds.Capability], /) -> list[CapabilityNode]: ...
    @overload
    def all(self, kind: type[kinds.MaturityAssessment], /) -> list[MaturityAssessmentNode]: ...
    @overload
    def all(self, kind: type[kinds.Practice], /) -> list[PracticeNode]: ...
    @overload
    def all(self, kind: type[kinds.Need], /) -> list[NeedNode]: ...
    @overload
    def all(self, kind: type[kinds.Document], /) -> list[DocumentNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Decision] | type[kinds.Requirement]) -> list[DecisionNode | RequirementNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Initiative] | type[kinds.Procurement]) -> list[InitiativeNode | ProcurementNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.SharedStorage]) -> list[SystemNode | SharedStorageNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Device]) -> list[SystemNode | DeviceNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Standard] | type[kinds.StandardVersion]) -> list[StandardNode | StandardVersionNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Permission] | type[kinds.Route]) -> list[PermissionNode | RouteNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Regulation] | type[kinds.InformationModel]) -> list[RegulationNode | InformationModelNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Role] | type[kinds.Coordinator]) -> list[RoleNode | CoordinatorNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Organisation]) -> list[SystemNode | OrganisationNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Organisation] | type[kinds.Role]) -> list[OrganisationNode | RoleNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Initiative] | type[kinds.Device]) -> list[SystemNode | InitiativeNode | DeviceNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Organisation] | type[kinds.GovernanceBody] | type[kinds.Role]) -> list[OrganisationNode | GovernanceBodyNode | RoleNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Exchange] | type[kinds.Api] | type[kinds.System]) -> list[ExchangeNode | ApiNode | SystemNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Initiative] | type[kinds.Procurement]) -> list[SystemNode | InitiativeNode | ProcurementNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Permission] | type[kinds.Route] | type[kinds.Exchange]) -> list[PermissionNode | RouteNode | ExchangeNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.StandardVersion] | type[kinds.LogicalAddress]) -> list[SystemNode | StandardVersionNode | LogicalAddressNode]: ...
    @overload
    def all(self, *kinds: type[kinds.MaturityAssessment] | type[kinds.Capability] | type[kinds.Practice]) -> list[MaturityAssessmentNode | CapabilityNode | PracticeNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Need] | type[kinds.Exchange] | type[kinds.Initiative]) -> list[NeedNode | ExchangeNode | InitiativeNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Organisation] | type[kinds.Coordinator] | type[kinds.Role]) -> list[OrganisationNode | CoordinatorNode | RoleNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Practice] | type[kinds.Initiative] | type[kinds.Coordinator]) -> list[PracticeNode | InitiativeNode | CoordinatorNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Milestone] | type[kinds.Requirement] | type[kinds.Decision] | type[kinds.Budget]) -> list[MilestoneNode | RequirementNode | DecisionNode | BudgetNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.SharedStorage] | type[kinds.Device] | type[kinds.IntegrationPlatform]) -> list[SystemNode | SharedStorageNode | DeviceNode | IntegrationPlatformNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Standard] | type[kinds.StandardVersion] | type[kinds.Regulation] | type[kinds.InformationModel]) -> list[StandardNode | StandardVersionNode | RegulationNode | InformationModelNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Exchange] | type[kinds.Api] | type[kinds.System] | type[kinds.SharedStorage]) -> list[ExchangeNode | ApiNode | SystemNode | SharedStorageNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Need] | type[kinds.Exchange] | type[kinds.Initiative] | type[kinds.Decision]) -> list[NeedNode | ExchangeNode | InitiativeNode | DecisionNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.IntegrationPlatform] | type[kinds.SharedStorage] | type[kinds.Api]) -> list[SystemNode | IntegrationPlatformNode | SharedStorageNode | ApiNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Discipline] | type[kinds.CareSector] | type[kinds.InformationEntity] | type[kinds.Organisation]) -> list[DisciplineNode | CareSectorNode | InformationEntityNode | OrganisationNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Organisation] | type[kinds.CareSector] | type[kinds.Role] | type[kinds.System]) -> list[OrganisationNode | CareSectorNode | RoleNode | SystemNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Device] | type[kinds.Api] | type[kinds.IntegrationPlatform] | type[kinds.SharedStorage]) -> list[SystemNode | DeviceNode | ApiNode | IntegrationPlatformNode | SharedStorageNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Device] | type[kinds.SharedStorage] | type[kinds.IntegrationPlatform] | type[kinds.Role]) -> list[SystemNode | DeviceNode | SharedStorageNode | IntegrationPlatformNode | RoleNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Organisation] | type[kinds.GovernanceBody] | type[kinds.CareSector] | type[kinds.Fund] | type[kinds.SteeringModel]) -> list[OrganisationNode | GovernanceBodyNode | CareSectorNode | FundNode | SteeringModelNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Initiative] | type[kinds.Procurement] | type[kinds.SteeringObject] | type[kinds.SteeringModel] | type[kinds.Fund]) -> list[InitiativeNode | ProcurementNode | SteeringObjectNode | SteeringModelNode | FundNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Initiative] | type[kinds.Procurement] | type[kinds.Organisation] | type[kinds.Fund] | type[kinds.CareSector]) -> list[InitiativeNode | ProcurementNode | OrganisationNode | FundNode | CareSectorNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.InformationEntity] | type[kinds.InformationModel] | type[kinds.Initiative] | type[kinds.Procurement] | type[kinds.SharedStorage] | type[kinds.Organisation]) -> list[SystemNode | InformationEntityNode | InformationModelNode | InitiativeNode | ProcurementNode | SharedStorageNode | OrganisationNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Device] | type[kinds.Api] | type[kinds.Exchange] | type[kinds.IntegrationPlatform] | type[kinds.SharedStorage] | type[kinds.InformationModel]) -> list[SystemNode | DeviceNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode]: ...
    @overload
    def all(self, *kinds: type[kinds.InformationModel] | type[kinds.IntegrationPlatform] | type[kinds.SharedStorage] | type[kinds.SteeringModel] | type[kinds.Organisation] | type[kinds.CareSector] | type[kinds.Capability]) -> list[InformationModelNode | IntegrationPlatformNode | SharedStorageNode | SteeringModelNode | OrganisationNode | CareSectorNode | CapabilityNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Device] | type[kinds.Api] | type[kinds.IntegrationPlatform] | type[kinds.SharedStorage] | type[kinds.InformationModel] | type[kinds.Practice]) -> list[SystemNode | DeviceNode | ApiNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | PracticeNode]: ...
    @overload
    def all(self, *kinds: type[kinds.Organisation] | type[kinds.CareSector] | type[kinds.System] | type[kinds.Device] | type[kinds.SharedStorage] | type[kinds.Discipline] | type[kinds.Role]) -> list[OrganisationNode | CareSectorNode | SystemNode | DeviceNode | SharedStorageNode | DisciplineNode | RoleNode]: ...
    @overload
    def all(self, *kinds: type[kinds.System] | type[kinds.Api] | type[kinds.Exchange] | type[kinds.IntegrationPlatform] | type[kinds.SharedStorage] | type[kinds.InformationModel] | type[kinds.SteeringObject] | type[kinds.Initiative] | type[kinds.Procurement] | type[kinds.Decision] | type[kinds.Budget] | type[kinds.Fund]) -> list[SystemNode | ApiNode | ExchangeNode | IntegrationPlatformNode | SharedStorageNode | InformationModelNode | SteeringObjectNode | InitiativeNode | ProcurementNode | DecisionNode | BudgetNode | FundNode]: ...
    @overload
    def all(self, *kinds: type[Kind]) -> list[Node]: ...
    @overload
    def get(self, kind: type[kinds.System], id: str | None) -> SystemNode | None: ...
    @overload
    def get(self, kind: type[kinds.Device], id: str | None) -> DeviceNode | None: ...
    @overload
    def get(self, kind: type[kinds.Api], id: str | None) -> ApiNode | None: ...
    @overload
    def get(self, kind: type[kinds.Exchange], id: str | None) -> ExchangeNode | None: ...
    @overload
    def get(self, kind: type[kinds.IntegrationPlatform], id: str | None) -> IntegrationPlatformNode | None: ...
    @overload
    def get(self, kind: type[kinds.SharedStorage], id: str | None) -> SharedStorageNode | None: ...
    @overload
    def get(self, kind: type[kinds.Discipline], id: str | None) -> DisciplineNode | None: ...
    @overload
    def get(self, kind: type[kinds.InformationModel], id: str | None) -> InformationModelNode | None: ...
    @overload
    def get(self, kind: type[kinds.InformationEntity], id: str | None) -> InformationEntityNode | None: ...
    @overload
    def get(self, kind: type[kinds.Standard], id: str | None) -> StandardNode | None: ...
    @overload
    def get(self, kind: type[kinds.StandardVersion], id: str | None) -> StandardVersionNode | None: ...
    @overload
    def get(self, kind: type[kinds.Regulation], id: str | None) -> RegulationNode | None: ...
    @overload
    def get(self, kind: type[kinds.Milestone], id: str | None) -> MilestoneNode | None: ...
    @overload
    def get(self, kind: type[kinds.Requirement], id: str | None) -> RequirementNode | None: ...
    @overload
    def get(self, kind: type[kinds.RequirementSet], id: str | None) -> RequirementSetNode | None: ...
    @overload
    def get(self, kind: type[kinds.LogicalAddress], id: str | None) -> LogicalAddressNode | None: ...
    @overload
    def get(self, kind: type[kinds.Permission], id: str | None) -> PermissionNode | None: ...
    @overload
    def get(self, kind: type[kinds.Route], id: str | None) -> RouteNode | None: ...
    @overload
    def get(self, kind: type[kinds.CatalogueNote], id: str | None) -> CatalogueNoteNode | None: ...
    @overload
    def get(self, kind: type[kinds.Organisation], id: str | None) -> OrganisationNode | None: ...
    @overload
    def get(self, kind: type[kinds.CareSector], id: str | None) -> CareSectorNode | None: ...
    @overload
    def get(self, kind: type[kinds.GovernanceBody], id: str | None) -> GovernanceBodyNode | None: ...
    @overload
    def get(self, kind: type[kinds.Role], id: str | None) -> RoleNode | None: ...
    @overload
    def get(self, kind: type[kinds.Coordinator], id: str | None) -> CoordinatorNode | None: ...
    @overload
    def get(self, kind: type[kinds.Arena], id: str | None) -> ArenaNode | None: ...
    @overload
    def get(self, kind: type[kinds.Decision], id: str | None) -> DecisionNode | None: ...
    @overload
    def get(self, kind: type[kinds.SteeringModel], id: str | None) -> SteeringModelNode | None: ...
    @overload
    def get(self, kind: type[kinds.SteeringObject], id: str | None) -> SteeringObjectNode | None: ...
    @overload
    def get(self, kind: type[kinds.Initiative], id: str | None) -> InitiativeNode | None: ...
    @overload
    def get(self, kind: type[kinds.Procurement], id: str | None) -> ProcurementNode | None: ...
    @overload
    def get(self, kind: type[kinds.Budget], id: str | None) -> BudgetNode | None: ...
    @overload
    def get(self, kind: type[kinds.Fund], id: str | None) -> FundNode | None: ...
    @overload
    def get(self, kind: type[kinds.Capability], id: str | None) -> CapabilityNode | None: ...
    @overload
    def get(self, kind: type[kinds.MaturityAssessment], id: str | None) -> MaturityAssessmentNode | None: ...
    @overload
    def get(self, kind: type[kinds.Practice], id: str | None) -> PracticeNode | None: ...
    @overload
    def get(self, kind: type[kinds.Need], id: str | None) -> NeedNode | None: ...
    @overload
    def get(self, kind: type[kinds.Document], id: str | None) -> DocumentNode | None: ...
    @overload
    def get(self, kind: type[Kind] | str, id: str | None) -> Node | None: ...
    @overload
    def stated(self, link: LinkKey, field: Literal["coverage", "note", "since"], /) -> str | None: ...
    @overload
    def stated(self, link: LinkKey, field: Literal["wave"], /) -> int | None: ...
