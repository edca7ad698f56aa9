import type { components, paths } from './generated';

type Schemas = components['schemas'];

/** The server's shapes under short names; generated from its OpenAPI document, so nothing is written down twice. */
export type ActDto = Schemas['ActDto'];
export type ActedDto = Schemas['ActedDto'];
export type ActRequest = Schemas['ActRequest'];
export type AccountDto = Schemas['AccountDto'];
export type Area = Schemas['Area'];
export type BallotChoice = Schemas['BallotChoice'];
export type BatchRequest = Schemas['BatchRequest'];
export type CardDto = Schemas['CardDto'];
export type CardStatus = Schemas['CardStatus'];
export type CaseAccessDto = Schemas['CaseAccessDto'];
export type CaseDto = Schemas['CaseDto'];
export type CaseHeaderDto = Schemas['CaseHeaderDto'];
export type CaseResultDto = Schemas['CaseResultDto'];
export type CaseSummaryDto = Schemas['CaseSummaryDto'];
export type ComponentDto = Schemas['ComponentDto'];
export type CorrectionDto = Schemas['CorrectionDto'];
export type Count = Schemas['CountDto'];
export type DecisionDto = Schemas['DecisionDto'];
export type DemoUser = Schemas['DemoUserDto'];
export type DocumentDto = Schemas['DocumentDto'];
export type DraftDto = Schemas['DraftDto'];
export type DueDto = Schemas['DueDto'];
export type DueState = Schemas['DueState'];
export type EligibilityDto = Schemas['EligibilityDto'];
export type FieldChangeDto = Schemas['FieldChangeDto'];
export type FormDto = Schemas['FormDto'];
export type FormError = { path: string; message: string };
export type FormStateDto = Schemas['FormStateDto'];
export type FormValues = Record<string, unknown>;
export type GrantDto = Schemas['GrantDto'];
export type HomeDto = Schemas['HomeDto'];
export type InboxDto = Schemas['InboxDto'];
export type InboxMark = Schemas['InboxMark'];
export type InboxRowDto = Schemas['InboxRowDto'];
export type StatementDto = Schemas['StatementDto'];
export type InboxTab = Schemas['InboxTab'];
export type IncidentDetailDto = Schemas['IncidentDetailDto'];
export type IncidentGroupDto = Schemas['IncidentGroupDto'];
export type MovePreviewDto = Schemas['MovePreviewDto'];
export type ImportedVersionDto = Schemas['ImportedVersionDto'];
export type MigrationPlanDto = Schemas['MigrationPlanDto'];
export type MigrationBatchDto = Schemas['MigrationBatchDto'];
export type NoticeDto = Schemas['NoticeDto'];
export type ObjectionDto = Schemas['ObjectionDto'];
export type OptionDto = Schemas['OptionDto'];
export type PackageDto = Schemas['AdministeredServiceDto'];
export type PromisedDto = Schemas['PromisedDocumentDto'];
export type SavedDto = Schemas['SavedDto'];
export type SectionDto = Schemas['FormSectionDto'];
export type SectionStatus = Schemas['SectionStatus'];
export type ServiceCardDto = Schemas['ServiceCardDto'];
export type ServiceGuideDto = Schemas['ServiceGuideDto'];
export type ServiceVersionDto = Schemas['ServiceVersionDto'];
export type SessionDto = Schemas['SessionDto'];
export type SharingDto = Schemas['SharingDto'];
export type SignerPlace = Schemas['SignerPlace'];
export type StepDto = Schemas['StepDto'];
export type StepLineDto = Schemas['StepLineDto'];
export type StepStatus = Schemas['StepStatus'];
export type SubmittedDto = Schemas['SubmittedDto'];
export type SubstitutionDto = Schemas['SubstitutionDto'];
export type SubstitutionsDto = Schemas['SubstitutionsDto'];
export type TeamDto = Schemas['TeamDto'];
export type TeamTaskDto = Schemas['TeamTaskDto'];
export type TrialCaseDto = Schemas['TrialCaseDto'];
export type VerifyDto = Schemas['VerificationDto'];
export type VersionReport = Schemas['VersionReport'];
export type VersionAct = Schemas['VersionAct'];
export type VersionFinding = Schemas['VersionFinding'];
export type WaitingDto = Schemas['WaitingDto'];
export type WorkTaskDto = Schemas['WorkTaskDto'];

type InboxQuery = NonNullable<paths['/api/inbox']['get']['parameters']['query']>;

/** What the inbox can be narrowed to. */
export interface InboxFilters {
  service?: string;
  activity?: string;
  region?: string;
  due?: InboxQuery['due'];
  claimed?: InboxQuery['claimed'];
  q?: string;
}
